/** Small pieces that every part of the page draws with. Text is set as text; nothing here takes HTML. */

const SHOWN_MS = 2000;
const moment = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const momentWithYear = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "medium" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** Make an element. `props` are attributes; `null` and `false` leave one out. Children are nodes or text. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A point in time, in the reader's zone, with the full date on hover. */
export function timeOf(iso) {
  const at = new Date(iso);
  return el("time", { datetime: iso, title: momentWithYear.format(at) }, moment.format(at));
}

/** A calendar day, the same in every zone. */
export function dayOf(isoDate) {
  return el("time", { datetime: isoDate }, day.format(new Date(`${isoDate}T00:00:00Z`)));
}

/** `3 flags`, `1 flag`. */
export function counted(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}

/** Bytes as people read them: `812 B`, `1.2 kB`. */
export function sizeOf(bytes) {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}

/** Mark an element as changed for two seconds; the style decides whether that moves. */
export function flash(node) {
  node.classList.remove("changed");
  void node.offsetWidth; // a running animation starts anew only after layout has seen the class gone
  node.classList.add("changed");
  clearTimeout(node.flashTimer);
  node.flashTimer = setTimeout(() => node.classList.remove("changed"), SHOWN_MS);
}

/** Say what changed to those who do not see it. */
export function announce(sentences) {
  if (sentences.length === 0) return;
  const said = sentences.length > 4 ? [...sentences.slice(0, 3), `and ${sentences.length - 3} more changes`] : sentences;
  document.getElementById("announcer").textContent = `${said.join(". ")}.`;
}

/** The state that the server drew the page with. */
export function firstState() {
  return JSON.parse(document.getElementById("first").textContent);
}

/** A circle with initials, coloured by name, so that the same person looks the same everywhere. */
export function avatar(name, role = "customer") {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map((word) => [...word][0]).join("").toUpperCase() || "?";
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) % 997;
  return el("span", { class: `avatar hue-${sum % 6} is-${role}`, "aria-hidden": "true" }, letters);
}

/** A status as the vendor's coloured label. */
export function statusPill(status) {
  return el("span", { class: `pill is-${status.kind}` }, status.label);
}
