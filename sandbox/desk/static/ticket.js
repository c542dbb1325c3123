/** One ticket: draws what the page came with, and again, piece by piece, whatever changes. */

import { drawCard } from "./card.js";
import { startComposer } from "./composer.js";
import { drawTalk, startTalk, talkToEnd } from "./conversation.js";
import { announce, firstState } from "./dom.js";
import { drawForm, drawHighlights } from "./form.js";
import { fetchTicket, lookNow, watch } from "./wire.js";

const page = document.querySelector(".ticket-page");
const at = (id) => document.getElementById(id);
let etag = null;
let commentCount = 0;

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
  drawCard(ticket.sidelight, isNew);
  commentCount = ticket.comments.length;
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
  draw(answer.body.ticket, true);
}

const first = firstState();
etag = first.etag;
startTalk();
draw(first.ticket, false);
talkToEnd();
startComposer(page.dataset.reply, async () => {
  const before = commentCount;
  await lookNow();
  if (commentCount === before) return false; // an answer to a closed ticket starts another
  talkToEnd();
  return true;
});
watch(first, update);
