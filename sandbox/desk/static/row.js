/** One row of the list. */

import { counted, el, flash, statusPill, timeOf } from "./dom.js";

const HOME = document.body.dataset.home;

const cell = (name, label, ...children) => el("td", { role: "cell", class: name, "data-label": label }, ...children);

function subject(row) {
  const link = el("a", { href: `${HOME}tickets/${encodeURIComponent(row.id)}`, dir: "auto" }, row.subject || "(no subject)");
  return cell("subject", "Subject", link);
}

function flags(row) {
  if (row.flags.length === 0) return cell("flags number", "Flags", el("span", { class: "none" }, "0"));
  const names = row.flags.map((flag) => flag.name).join(", ");
  const badge = el("span", { class: "flag-count", title: names }, String(row.flags.length));
  return cell("flags number", "Flags", badge, el("span", { class: "unseen" }, `: ${names}`));
}

/** Draw `row`, in `node` where there is one already; an unchanged row is not touched. */
export function drawRow(node, row, changed) {
  const drawnAs = JSON.stringify([row.status, row.subject, row.requester, row.updated_at, row.headline, row.flags]);
  if (node && node.drawnAs === drawnAs) return node;
  const line = node ?? el("tr", { role: "row", "data-id": row.id });
  line.drawnAs = drawnAs;
  line.replaceChildren(
    cell("status", "Status", statusPill(row.status)),
    cell("ticket-number", "Number", row.number),
    subject(row),
    cell("requester", "Requester", el("bdi", {}, row.requester)),
    cell("updated", "Updated", timeOf(row.updated_at)),
    cell("headline", "Sidelight", row.headline ? el("span", { dir: "auto" }, row.headline) : el("span", { class: "none" }, "–")),
    flags(row),
  );
  if (changed) flash(line);
  return line;
}

/** What is said aloud about a changed row. */
export function saidOf(row) {
  return `${row.number} ${row.subject} changed: ${row.status.label}, ${counted(row.flags.length, "flag")}`;
}
