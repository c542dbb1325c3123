/** The ticket form: each field drawn once and afterwards only when its value has changed. */

import { avatar, dayOf, el, flash, sizeOf, statusPill, timeOf } from "./dom.js";

const drawn = new Map();
const drawnHighlights = new Map();
const empty = () => el("span", { class: "none" }, "–");

function chips(values, kind) {
  return el("ul", { class: `chips ${kind}`, role: "list" }, ...values.map((value) => el("li", { dir: "auto" }, value)));
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A long text takes one line until it is opened, and stays open while it changes. */
function fillLong(box, field) {
  let fold = box.querySelector("details");
  if (!fold) {
    fold = el("details", { class: "long" }, el("summary"), el("pre", { tabindex: "0", dir: "auto" }));
    box.replaceChildren(fold);
  }
  fold.querySelector("summary").textContent = `${field.name} (${sizeOf(field.size_bytes)})`;
  fold.querySelector("pre").textContent = pretty(field.value);
}

function fill(box, field) {
  if (field.value === null || field.value.length === 0) return box.replaceChildren(empty());
  if (field.kind === "long") return fillLong(box, field);
  const contents = {
    person: () => [
      avatar(field.value),
      el("span", { class: "person" }, el("bdi", {}, field.value), el("bdi", { class: "contact" }, field.contact)),
    ],
    tags: () => [chips(field.value, "tags")],
    flags: () => [chips(field.value.map((flag) => flag.name), "options")],
    time: () => [timeOf(field.value)],
    date: () => [dayOf(field.value)],
    text: () => [el("span", { dir: "auto" }, field.value)],
  };
  return box.replaceChildren(...contents[field.kind]());
}

/** What is said aloud about a field; the time of the last change goes without saying. */
function said(field, before) {
  if (field.key === "updated_at") return null;
  if (field.kind === "flags") {
    const names = (value) => (value ?? []).map((flag) => flag.name);
    const [now, then] = [names(field.value), names(before.value)];
    const added = now.filter((name) => !then.includes(name));
    const gone = then.filter((name) => !now.includes(name));
    return [added.length ? `Flags added: ${added.join(", ")}` : "", gone.length ? `Flags removed: ${gone.join(", ")}` : ""]
      .filter(Boolean)
      .join(". ");
  }
  if (field.kind === "long") return null;
  const value = Array.isArray(field.value) ? field.value.join(", ") : field.value;
  return `${field.title}: ${value || "empty"}`;
}

function drawField(list, place, field, isNew) {
  const known = drawn.get(field.key);
  const drawnAs = JSON.stringify(field);
  const box = known?.box ?? el("dd");
  const group = known?.group ?? el("div", { "data-key": field.key, "data-ours": field.ours }, el("dt", {}, field.title), box);
  if (group !== place) list.insertBefore(group, place);
  drawn.set(field.key, { group, box, field, drawnAs });
  if (known?.drawnAs === drawnAs) return null;
  group.className = `field is-${field.kind}${field.ours ? " is-ours" : ""}`;
  fill(box, field);
  if (!isNew) return null;
  flash(box);
  return known ? said(field, known.field) : `${field.title} added`;
}

/** The box of a field by the name that an app has for it (`custom_field_1`, `priority`); null where the form has none. */
export function fieldOf(name) {
  const key = name.replace(/^custom_field_/u, "field:");
  return document.querySelector(`#form > [data-key="${CSS.escape(key)}"]`);
}

/** Draw all fields in order; return sentences on what changed. */
export function drawForm(fields, isNew) {
  const list = document.getElementById("form");
  const keys = new Set(fields.map((field) => field.key));
  for (const [key, { group }] of drawn) {
    if (!keys.has(key)) {
      group.remove();
      drawn.delete(key);
    }
  }
  const sentences = [];
  let place = list.firstElementChild;
  for (const field of fields) {
    sentences.push(drawField(list, place, field, isNew));
    place = drawn.get(field.key).group.nextElementSibling;
  }
  return sentences.filter(Boolean);
}

/** The few fields on top of the page, where the vendor has such a panel. */
export function drawHighlights(ticket, isNew) {
  const panel = document.getElementById("highlights");
  for (const key of panel.dataset.keys.split(" ").filter(Boolean)) {
    const field = ticket.form.find((one) => one.key === key);
    const drawnAs = JSON.stringify([field.value, ticket.status]);
    const known = drawnHighlights.get(key);
    if (known?.drawnAs === drawnAs) continue;
    const box = known?.box ?? el("dd");
    if (!known) panel.append(el("div", {}, el("dt", {}, field.title), box));
    const text = field.value ? el("bdi", {}, field.value) : empty();
    box.replaceChildren(key === "status" ? statusPill(ticket.status) : text);
    drawnHighlights.set(key, { box, drawnAs });
    if (isNew) flash(box);
  }
}
