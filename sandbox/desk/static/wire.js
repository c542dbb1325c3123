/** Talks to the helpdesk: asks for its version while the page is seen, and fetches only after it has moved. */

const POLL_MS = Number(document.body.dataset.pollMs);
const HOME = document.body.dataset.home;
const OUT_OF_REACH = "Out of reach, trying again";

let known = null;
let looking = Promise.resolve();
let refresh = async () => {};

async function fetchJson(address, headers = {}) {
  const answer = await fetch(address, { headers, cache: "no-store" });
  if (answer.status === 304) return null;
  if (!answer.ok && answer.status !== 404) throw new Error(`${address} answered ${answer.status}`);
  return { status: answer.status, etag: answer.headers.get("ETag"), body: await answer.json() };
}

function showState(state, says) {
  const strip = document.getElementById("link-state");
  if (strip.dataset.state === state) return;
  strip.dataset.state = state;
  strip.querySelector(".says").textContent = says;
}

function showCounts({ tickets, flagged }) {
  document.getElementById("flagged-count").textContent = flagged.toLocaleString("en-GB");
  document.getElementById("ticket-count").textContent = tickets.toLocaleString("en-GB");
}

async function look() {
  try {
    const now = (await fetchJson(`${HOME}version`)).body;
    if (now.boot !== known.boot || now.version !== known.version) {
      await refresh(known);
      showCounts(now);
      known = now; // only after the page has it, so that a failed fetch is tried again
    }
    showState("live", "Live");
  } catch (error) {
    showState("lost", OUT_OF_REACH);
    console.warn(error);
  }
}

/** Look now, after any look that is under way. */
export function lookNow() {
  looking = looking.then(look);
  return looking;
}

/** Call `onChange(known)` whenever the helpdesk has changed since `first`; the page is left alone while hidden. */
export function watch(first, onChange) {
  known = first;
  refresh = onChange;
  showCounts(first);
  const turn = async () => {
    if (document.visibilityState === "visible") await lookNow();
    setTimeout(turn, POLL_MS);
  };
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && lookNow());
  setTimeout(turn, POLL_MS);
}

/** Rows that changed since `known`, as {whole, rows, removed}. */
export async function fetchRows({ boot, version }) {
  return (await fetchJson(`${HOME}tickets.json?boot=${encodeURIComponent(boot)}&since=${version}`)).body;
}

/** One ticket, null where it is as `etag` names it; {status: 404} where it is gone. */
export function fetchTicket(address, etag) {
  return fetchJson(address, etag ? { "If-None-Match": etag } : {});
}

/** Send somebody's words; throws with a sentence for the writer. */
export async function sendReply(address, text) {
  let answer;
  try {
    answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text }),
    });
  } catch {
    throw new Error("Not sent: the helpdesk is out of reach. Your text is still here.");
  }
  if (answer.ok) return;
  const { error } = await answer.json().catch(() => ({ error: `the helpdesk answered ${answer.status}.` }));
  throw new Error(`Not sent: ${error}`);
}
