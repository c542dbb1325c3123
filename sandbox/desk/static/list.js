/** The list of tickets: three views, a filter, and only as many rows drawn as are looked at. */

import { announce, counted, firstState } from "./dom.js";
import { drawRow, saidOf } from "./row.js";
import { fetchRows, watch } from "./wire.js";

const STEP = 100;
const MANY = document.body.dataset.many;
const ONE = document.body.dataset.one;
const VIEWS = {
  all: { title: `All ${MANY}`, holds: () => true },
  flags: { title: "With flags", holds: (row) => row.flags.length > 0 },
  open: { title: "Open", holds: (row) => !row.status.done },
};

const at = (id) => document.getElementById(id);
const rows = new Map();
const drawn = new Map();
let order = [];
let drawnAtMost = STEP;

const address = new URLSearchParams(location.search);
let view = address.get("view") in VIEWS ? address.get("view") : "all";

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function take(row) {
  const flags = row.flags.map((flag) => flag.name).join(" ");
  row.words = plain([row.number, row.subject, row.requester, row.status.label, row.headline ?? "", flags].join(" "));
  rows.set(row.id, row);
}

function sort() {
  const newest = (a, b) => (a.updated_at < b.updated_at ? 1 : a.updated_at > b.updated_at ? -1 : 0);
  order = [...rows.values()].sort((a, b) => newest(a, b) || b.number.localeCompare(a.number, "en", { numeric: true }));
}

function matching() {
  const wanted = plain(at("filter").value).split(/\s+/u).filter(Boolean);
  return order.filter((row) => VIEWS[view].holds(row) && wanted.every((word) => row.words.includes(word)));
}

function drawViews() {
  for (const link of document.querySelectorAll("[data-view]")) {
    const count = order.filter(VIEWS[link.dataset.view].holds).length;
    link.querySelector(".count").textContent = count.toLocaleString("en-GB");
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const rails = document.querySelectorAll("[data-rail]");
  for (const link of rails) {
    link.toggleAttribute("data-here", link.dataset.rail === view || rails.length === 1);
  }
  at("view-title").textContent = VIEWS[view].title;
}

/** Put the wanted rows in the table; rows already there are moved only where their place has changed. */
function placeRows(shown, changed) {
  const body = at("rows");
  const focused = document.activeElement;
  const keep = new Set(shown.map((row) => row.id));
  for (const [id, node] of drawn) {
    if (!keep.has(id)) {
      node.remove();
      drawn.delete(id);
    }
  }
  let place = body.firstElementChild;
  for (const row of shown) {
    const node = drawRow(drawn.get(row.id), row, changed.has(row.id));
    drawn.set(row.id, node);
    if (node === place) place = place.nextElementSibling;
    else body.insertBefore(node, place);
  }
  if (focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
}

function drawEmpty(nothing, filtered) {
  at("empty").hidden = !nothing;
  document.querySelector(".tickets").hidden = nothing;
  at("clear-filter").hidden = !filtered;
  if (!nothing) return;
  const reasons = {
    all: [`No ${MANY} yet`, `As soon as a customer writes, the ${ONE} appears here.`],
    flags: ["Nothing is flagged", "Sidelight speaks up only where it has evidence; here it has nothing to say."],
    open: ["All done", `Every ${ONE} is solved.`],
  };
  const [title, text] = filtered ? ["Nothing matches", `No ${ONE} in this view holds all these words.`] : reasons[view];
  at("empty-title").textContent = title;
  at("empty-text").textContent = text;
}

function draw(changed = new Set()) {
  const found = matching();
  const filtered = at("filter").value.trim() !== "";
  placeRows(found.slice(0, drawnAtMost), changed);
  drawViews();
  drawEmpty(found.length === 0, filtered);
  const left = found.length - drawnAtMost;
  at("more-rows").hidden = left <= 0;
  if (left > 0) at("more-rows").textContent = `Show ${Math.min(left, STEP)} more of ${found.length.toLocaleString("en-GB")}`;
  const total = counted(order.filter(VIEWS[view].holds).length, ONE, MANY);
  const says = filtered ? `${found.length.toLocaleString("en-GB")} of ${total}` : `${total}, last changed first`;
  if (at("shown").textContent !== says) at("shown").textContent = says;
}

function anew() {
  drawnAtMost = STEP;
  const query = at("filter").value.trim();
  const search = new URLSearchParams();
  if (view !== "all") search.set("view", view);
  if (query) search.set("q", query);
  history.replaceState(null, "", `${location.pathname}${search.size ? `?${search}` : ""}`);
  draw();
  at("table-frame").scrollTop = 0;
}

function showMore() {
  drawnAtMost += STEP;
  draw();
}

async function update(known) {
  const news = await fetchRows(known);
  if (news.whole) rows.clear();
  const changed = new Set(news.whole ? [] : news.rows.map((row) => row.id));
  news.rows.forEach(take);
  news.removed.forEach((id) => rows.delete(id));
  sort();
  draw(changed);
  announce(changed.size > 3 ? [`${changed.size} ${MANY} changed`] : [...changed].map((id) => saidOf(rows.get(id))));
}

function chooseView(event) {
  const link = event.target.closest("[data-view], [data-rail]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  view = link.dataset.view ?? link.dataset.rail;
  anew();
}

const first = firstState();
first.rows.forEach(take);
sort();
at("filter").value = address.get("q") ?? "";
at("filter").addEventListener("input", anew);
at("filter-form").addEventListener("submit", (event) => event.preventDefault());
at("clear-filter").addEventListener("click", () => {
  at("filter").value = "";
  anew();
  at("filter").focus();
});
at("more-rows").addEventListener("click", showMore);
document.addEventListener("click", chooseView);
new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && showMore(), {
  rootMargin: "600px",
}).observe(at("more-rows"));
draw();
watch(first, update);
