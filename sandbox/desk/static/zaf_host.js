/**
 * The frame of a Zendesk app, and the messages that it and this page send each other, as the Apps Framework has them.
 *
 * Nothing is heard but what the frame itself says from its own origin, and nothing that expects an answer goes without.
 */

import { el } from "./dom.js";
import { answerRequest } from "./zaf_request.js";

const HOOK_MS = 30_000;
const FIRST_HEIGHT_PX = 80;
const SILENT = new Set(["session.live", "__track__"]);
const dark = matchMedia("(prefers-color-scheme: dark)");
const colorScheme = () => (dark.matches ? "dark" : "light");

function parsed(data) {
  try {
    const said = typeof data === "string" ? JSON.parse(data) : data;
    return said !== null && typeof said === "object" ? said : null;
  } catch {
    return null;
  }
}

function refusal(path, error) {
  return { name: error.name, path, message: error.message };
}

/** Do one get, set or invoke, each of its paths by itself; what one of them cannot do is told under its name. */
async function answerPaths(doOne, entries) {
  const result = { errors: {} };
  const one = async ([path, value]) => {
    try {
      result[path] = (await doOne(path, value)) ?? null;
    } catch (error) {
      result.errors[path] = refusal(path, error);
    }
  };
  await Promise.all(entries.map(one));
  return result;
}

function entriesOf(request, params) {
  if (request === "get") return Array.isArray(params) && params.every((path) => typeof path === "string") ? params.map((path) => [path]) : null;
  return params !== null && typeof params === "object" && !Array.isArray(params) ? Object.entries(params) : null;
}

/**
 * Show the app in `box`, whose `data-frame` is the origin to take it from.
 *
 * `page(frame, colorScheme)` returns {get, set, invoke}, which do one path each and throw what the app is told.
 * Returns {send, wants, ask}: events go out only to who asked for them.
 */
export function mountApp(box, { url, name, metadata, context, places }, page) {
  const origin = box.dataset.frame;
  const guid = crypto.randomUUID();
  const query = new URLSearchParams({ origin: location.origin, app_guid: guid, colorScheme: colorScheme() });
  // the vendor says no such things: it has no story, and its links lead to real pages
  query.set("loopback_now", new Date(Date.now()).toISOString());
  query.set("loopback_places", JSON.stringify(places));
  const frame = el("iframe", { class: "app-frame", title: name, allow: "clipboard-write" });
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads");
  frame.src = `${origin}${url}?${query}`;
  frame.style.height = `${FIRST_HEIGHT_PX}px`;

  const wanted = new Map();
  const asked = new Map();
  let loads = 0;
  let registeredAt = null;
  const { get, set, invoke } = page(frame, colorScheme);
  const verbs = { get, set, invoke };

  const post = (message) => frame.contentWindow?.postMessage(JSON.stringify(message), origin);
  const wants = (event) => (wanted.get(event) ?? 0) > 0;
  const send = (event, message) => wants(event) && post({ key: `zaf.${event}`, message });

  function register() {
    // once a document: who registers again would send anew all that waited for it
    if (registeredAt === loads) return;
    registeredAt = loads;
    wanted.clear();
    post({ key: "zaf.app.registered", message: { metadata, context: { instanceGuid: guid, ...context } } });
  }

  function subscribe(event, count) {
    const isFirst = !wants(event);
    wanted.set(event, Math.max(0, Number(count) || 0));
    if (event === "app.activated" && isFirst && document.visibilityState === "visible") send(event, { firstLoad: true });
  }

  function settle(hook, error) {
    asked.get(hook)?.(error);
    asked.delete(hook);
  }

  async function answer({ id, request, params }) {
    const entries = Object.hasOwn(verbs, request) ? entriesOf(request, params) : null;
    const error = { name: "APIError", message: `No such request: ${request}` };
    if (entries === null) post({ id, error });
    else post({ id, result: await answerPaths(verbs[request], entries) });
  }

  async function hearKey(key, said) {
    const [, verb, subject] = /^iframe\.(handshake|on|off|trigger|reply)(?::(.+))?$/su.exec(key) ?? [];
    if (verb === "handshake") register();
    else if (verb === "on" || verb === "off") subscribe(subject, said.message?.subscriberCount);
    else if (verb === "trigger") send(subject, said.message);
    else if (verb === "reply") settle(subject, said.error);
    else if (/^request:\d+$/u.test(key)) {
      const [kind, responseArgs] = await answerRequest(said.message ?? {});
      post({ key: `zaf.${key}.${kind}`, message: { responseArgs } });
    } else if (!SILENT.has(key)) console.warn(`The app said ${key}, which means nothing here.`);
  }

  window.addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const said = parsed(event.data);
    if (said === null || said.appGuid !== guid) return;
    if (said.request !== undefined) answer(said);
    else if (typeof said.key === "string") hearKey(said.key, said);
  });
  frame.addEventListener("load", () => (loads += 1));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") send("app.activated", { firstLoad: false });
    else send("app.deactivated", null);
  });
  dark.addEventListener("change", () => send("colorScheme.changed", colorScheme()));
  box.append(frame);

  /** Ask the app whether something may go on; rejects with the app's reason where it may not. */
  function ask(hook, message = {}) {
    if (!wants(hook)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => settle(hook, { msg: `${name} did not answer.` }), HOOK_MS);
      asked.set(hook, (error) => {
        clearTimeout(late);
        if (error) reject(new Error(typeof error.msg === "string" && error.msg ? error.msg : `${name} stopped it.`));
        else resolve();
      });
      post({ key: `zaf.${hook}`, message, needsReply: true });
    });
  }

  return { send, wants, ask };
}
