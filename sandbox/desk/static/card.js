/**
 * The apps panel's card: Sidelight's fields as they stand on the ticket, put so that they can be read at a glance.
 * It holds the place in which a sidebar app is shown.
 */

import { counted, dayOf, el, flash } from "./dom.js";

const drawn = new Map();

/** Replace one part of the card where it has changed. */
function part(node, key, state, draw, isNew) {
  const drawnAs = JSON.stringify(state);
  if (drawn.get(key) === drawnAs) return;
  drawn.set(key, drawnAs);
  draw(node);
  if (isNew) flash(node);
}

function skeleton(card) {
  const fact = (key, title) => el("div", { class: "fact" }, el("dt", {}, title), el("dd", { "data-part": key }));
  card.append(
    el("header", { class: "card-head" }, el("span", { class: "card-mark", "aria-hidden": "true" }), el("h3", { id: "card-title" }, "Sidelight")),
    el("p", { class: "card-headline", "data-part": "headline", dir: "auto" }),
    el("div", { "data-part": "flags" }, el("h4", {}, ""), el("ul", { class: "flag-list", role: "list" })),
    el(
      "dl",
      { class: "facts" },
      fact("contacts", "Contacts on this issue"),
      fact("frustration", "Customer is"),
      fact("effort", "Customer effort"),
      fact("promise_due", "Next promise due"),
    ),
  );
}

function meter(value) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("class", "meter");
  picture.setAttribute("viewBox", "0 0 100 6");
  picture.setAttribute("preserveAspectRatio", "none");
  picture.setAttribute("aria-hidden", "true");
  for (const [name, width] of [["track", 100], ["level", Math.max(0, Math.min(100, value))]]) {
    const bar = document.createElementNS(space, "rect");
    for (const [key, text] of [["class", name], ["width", width], ["height", 6], ["rx", 3]]) bar.setAttribute(key, text);
    picture.append(bar);
  }
  return picture;
}

function mood({ level, word }) {
  const dots = [0, 1, 2, 3].map((step) => el("span", { class: step <= level ? "step on" : "step" }));
  return [el("span", { class: `mood level-${level}`, "aria-hidden": "true" }, ...dots), word];
}

/** Flags keep their lines, so that only a new one is marked. */
function drawFlags(box, flags, isNew) {
  box.querySelector("h4").textContent = flags.length ? counted(flags.length, "flag") : "No flags";
  const list = box.querySelector("ul");
  const there = new Map([...list.children].map((line) => [line.dataset.flag, line]));
  const lines = flags.map((flag) => {
    const known = there.get(flag.kind);
    const line = known ?? el("li", { "data-flag": flag.kind, dir: "auto" }, flag.name);
    if (!known && isNew) flash(line);
    return line;
  });
  if (isNew && there.size > 0 && [...there.keys()].some((kind) => !flags.some((flag) => flag.kind === kind))) {
    flash(box.querySelector("h4"));
  }
  list.replaceChildren(...lines);
}

/** Draw Sidelight's fields. */
export function drawCard(sidelight, isNew) {
  const card = document.getElementById("card");
  if (!card.firstChild) skeleton(card);
  const box = (key) => card.querySelector(`[data-part="${key}"]`);
  const none = () => el("span", { class: "none" }, "–");
  const quiet = !sidelight.headline && sidelight.flags.length === 0;
  card.classList.toggle("quiet", quiet);
  const headline = sidelight.headline ?? (quiet ? "Nothing to say about this one." : "");
  part(box("headline"), "headline", headline, (node) => (node.textContent = headline), isNew);
  drawFlags(box("flags"), sidelight.flags, isNew);
  for (const key of ["contacts", "frustration", "effort", "promise_due"]) {
    const value = sidelight[key];
    const contents = {
      contacts: () => [String(value)],
      frustration: () => mood(value),
      effort: () => [meter(value), `${value} of 100`],
      promise_due: () => [dayOf(value)],
    };
    part(box(key), key, value, (node) => node.replaceChildren(...(value === null ? [none()] : contents[key]())), isNew);
  }
}
