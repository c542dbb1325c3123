/** Short messages over the page, which go by themselves. */

import { el } from "./dom.js";

const SHOWN_MS = 5000;
const KINDS = new Set(["notice", "alert", "error"]);

/** Show `message` as text; `kind` is notice, alert or error. */
export function notify(message, kind = "notice", duration = SHOWN_MS) {
  const toasts = document.getElementById("toasts");
  const shown = el("p", { class: `toast is-${KINDS.has(kind) ? kind : "notice"}` }, String(message));
  toasts.append(shown);
  const ms = Number(duration);
  setTimeout(() => shown.remove(), Number.isFinite(ms) && ms > 0 ? ms : SHOWN_MS);
}
