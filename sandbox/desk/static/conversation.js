/** The conversation: oldest first, each comment drawn once; what is read or unfolded stays as it is. */

import { avatar, counted, el, flash, sizeOf, timeOf } from "./dom.js";

const FOLD_AT = 1500;
const FOLD_LINES = 24;
const NEAR_END_PX = 80;
const NOTE = document.body.dataset.note;
const ROLES = { customer: "Customer", agent: "Agent", bot: "Bot", app: "App" };

const drawn = new Map();
const unfolded = new Set();
const at = (id) => document.getElementById(id);
// Only what the server has put through its allow-list gets here; the page's policy lets no other code make HTML.
const notes = globalThis.trustedTypes?.createPolicy("desk-notes", { createHTML: (html) => html });

function folded(text) {
  const lines = text.split("\n");
  const short = lines.slice(0, FOLD_LINES).join("\n").slice(0, FOLD_AT);
  const atWord = short.length < text.length ? short.replace(/\s+\S{0,40}$/u, "") : short;
  return `${atWord} …`;
}

function isLong(text) {
  return text.length > FOLD_AT + 300 || text.split("\n").length > FOLD_LINES + 6;
}

function textBody(comment) {
  const body = el("div", { class: "words", dir: "auto", id: `words-${comment.id}` });
  if (!isLong(comment.text)) {
    body.textContent = comment.text;
    return [body];
  }
  const button = el("button", { type: "button", class: "fold", "aria-controls": body.id });
  const show = () => {
    const open = unfolded.has(comment.id);
    body.textContent = open ? comment.text : folded(comment.text);
    button.textContent = open ? "Show less" : `Show more (${sizeOf(new Blob([comment.text]).size)})`;
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => {
    if (!unfolded.delete(comment.id)) unfolded.add(comment.id);
    show();
    if (!unfolded.has(comment.id)) body.closest("li").scrollIntoView({ block: "nearest" });
  });
  show();
  return [body, button];
}

function htmlBody(comment) {
  const body = el("div", { class: "words is-html" });
  body.innerHTML = notes ? notes.createHTML(comment.html) : comment.html;
  return [body];
}

function attachments(names) {
  if (names.length === 0) return null;
  return el("ul", { class: "attachments", "aria-label": "Attachments", role: "list" }, ...names.map((name) => el("li", { dir: "auto" }, name)));
}

function drawComment(comment) {
  const role = ROLES[comment.role] ?? comment.role;
  const kind = comment.public ? `is-public is-${comment.role}` : `is-note is-${comment.role}`;
  const label = comment.public ? role : `${NOTE}${comment.role === "agent" ? "" : ` · ${role}`}`;
  const name = el("h3", {}, el("bdi", {}, comment.author));
  const head = el("header", {}, name, el("span", { class: "role" }, label), timeOf(comment.at));
  let body = comment.html === null ? textBody(comment) : htmlBody(comment);
  if (comment.text === "" && comment.html === null) body = comment.attachments.length ? [] : [el("p", { class: "none" }, "(empty)")];
  const bubble = el("article", { class: "bubble" }, head, ...body, attachments(comment.attachments));
  return el("li", { class: `comment ${kind}`, "data-id": comment.id }, avatar(comment.author, comment.role), bubble);
}

function isAtEnd() {
  const frame = at("talk-frame");
  return frame.scrollHeight - frame.scrollTop - frame.clientHeight < NEAR_END_PX;
}

/** Scroll to the newest comment. */
export function talkToEnd() {
  at("talk-frame").scrollTop = at("talk-frame").scrollHeight;
  at("jump").hidden = true;
}

/** Wire the button that says that something new stands below. */
export function startTalk() {
  at("jump").addEventListener("click", () => {
    talkToEnd();
    at("talk-frame").focus({ preventScroll: true });
  });
  at("talk-frame").addEventListener("scroll", () => isAtEnd() && (at("jump").hidden = true), { passive: true });
}

function forget(comments) {
  const ids = new Set(comments.map((comment) => comment.id));
  for (const [id, { node }] of drawn) {
    if (!ids.has(id)) {
      node.remove();
      drawn.delete(id);
    }
  }
}

/** Draw what is new or changed; return sentences on it. A reader who has scrolled up is not moved. */
export function drawTalk(comments, isNew) {
  const list = at("talk");
  const follow = isAtEnd();
  const sentences = [];
  forget(comments);
  let place = list.firstElementChild;
  for (const comment of comments) {
    const known = drawn.get(comment.id);
    const drawnAs = JSON.stringify(comment);
    if (known?.drawnAs === drawnAs && known.node === place) {
      place = place.nextElementSibling;
      continue;
    }
    const node = known?.drawnAs === drawnAs ? known.node : drawComment(comment);
    if (known && known.node !== node) {
      if (known.node === place) place = place.nextElementSibling;
      known.node.remove();
    }
    list.insertBefore(node, place);
    drawn.set(comment.id, { node, drawnAs });
    if (!isNew) continue;
    flash(node.querySelector(".bubble"));
    const what = comment.public ? "message" : NOTE.toLowerCase();
    sentences.push(known ? `Changed ${what} by ${comment.author}` : `New ${what} by ${comment.author}`);
  }
  at("empty-talk").hidden = comments.length > 0;
  const internal = comments.filter((comment) => !comment.public).length;
  at("talk-count").textContent = `${comments.length - internal} public, ${internal} internal`;
  if (isNew && sentences.length > 0) {
    if (follow) talkToEnd();
    else {
      at("jump").textContent = `${counted(sentences.length, "new entry", "new entries")} below ↓`;
      at("jump").hidden = false;
    }
  }
  return sentences;
}
