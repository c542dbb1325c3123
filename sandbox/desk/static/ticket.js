/** One ticket: draws what the page came with, and again, piece by piece, whatever changes. */

import { startApp } from "./apps.js";
import { startComposer } from "./composer.js";
import { drawTalk, startTalk, talkToEnd } from "./conversation.js";
import { announce, firstState } from "./dom.js";
import { drawForm, drawHighlights } from "./form.js";
import { given, leadHere } from "./links.js";
import { fetchTicket, lookNow, watch } from "./wire.js";

const page = document.querySelector(".ticket-page");
const at = (id) => document.getElementById(id);
let etag = null;
let drawn = null;

function drawHead(ticket) {
  at("subject").textContent = ticket.subject || "(no subject)";
  at("crumb-person").textContent = ticket.requester;
  at("crumb-number").textContent = ticket.number;
  at("crumb-status").textContent = ticket.status.label;
  at("crumb-status").className = `pill is-${ticket.status.kind}`;
  at("composer-person").textContent = ticket.requester || "the customer";
  at("composer-channel").textContent = ticket.channel ? `, by ${ticket.channel.toLowerCase()}` : "";
}

function draw(ticket, isNew) {
  drawHead(ticket);
  drawHighlights(ticket, isNew);
  const said = [...drawForm(ticket.form, isNew), ...drawTalk(ticket.comments, isNew)];
  drawn = ticket;
  if (isNew) announce(said);
}

async function update() {
  const answer = await fetchTicket(page.dataset.json, etag);
  if (answer === null) return;
  if (answer.status === 404) {
    location.reload(); // the server has the page that says so
    return;
  }
  etag = answer.etag;
  const before = drawn;
  draw(answer.body.ticket, true);
  // an app that fails must not keep the page from following
  app.then((one) => one.changed(before, drawn)).catch(console.error);
}

/** Look for what was just sent; whether it is on this ticket. */
async function seen() {
  const before = drawn.comments.length;
  await lookNow();
  if (drawn.comments.length === before) return false; // an answer to a closed ticket starts another
  talkToEnd();
  return true;
}

const first = firstState();
etag = first.etag;
leadHere(given());
startTalk();
draw(first.ticket, false);
talkToEnd();
const app = startApp(first.ticket.id, first.agent);
startComposer(at("draft"), page.dataset.agentReply, {
  before: async () => (await app).beforeReply(),
  afterwards: async () => ((await seen()) ? "Sent to the customer." : "Sent."),
});
startComposer(at("composer"), page.dataset.reply, {
  afterwards: async () => ((await seen()) ? "Sent as the customer." : "Sent. It is not on this one: a new one in the list has it."),
});
watch(first, update);
