/** The apps panel: a Zendesk app in its frame, or a Lightning component in the page, told of every change. */

import { draft } from "./composer.js";
import { given as places } from "./links.js";
import { mountApp } from "./zaf_host.js";
import { pathsOf } from "./zaf_paths.js";

const NONE = { changed() {}, async beforeReply() {} };

async function readManifest(files) {
  const answer = await fetch(`${files}manifest.json`, { cache: "no-store" });
  return answer.ok ? answer.json() : {};
}

function metadataOf(manifest) {
  const settings = Object.fromEntries((manifest.parameters ?? []).map(({ name, default: value }) => [name, value ?? null]));
  return { appId: 1, installationId: 1, name: manifest.name ?? "App", version: manifest.version ?? "", settings, plan: {} };
}

/** What of a ticket changed, as the names of the framework's events and the paths of their values. */
function changesOf(before, after) {
  const differ = (one, other) => JSON.stringify(one) !== JSON.stringify(other);
  const known = new Map(before.form.map((field) => [field.key, field]));
  const found = [["ticket.updated", null]];
  if (differ(before.comments, after.comments)) found.push(["ticket.conversation.changed", "ticket.conversation"]);
  if (differ(before.status, after.status)) found.push(["ticket.status.changed", "ticket.status"]);
  for (const field of after.form) {
    const name = field.key.replace(/^field:/u, "custom_field_");
    if (name !== field.key && differ(known.get(field.key), field)) {
      found.push([`ticket.${name}.changed`, `ticket.customField:${name}`]);
    }
  }
  return found;
}

async function startFrame(box, ticketId) {
  const manifest = await readManifest(box.dataset.files);
  const page = pathsOf(ticketId, draft);
  let paths;
  const metadata = metadataOf(manifest);
  const context = { product: "support", account: { subdomain: box.dataset.account }, location: "ticket_sidebar", ticketId: Number(ticketId) };
  const shown = { url: `${box.dataset.files}assets/iframe.html`, name: metadata.name, metadata, context, places: places() };
  const app = mountApp(box, shown, (...given) => (paths = page(...given)));
  return {
    async changed(before, after) {
      for (const [event, path] of changesOf(before, after)) {
        if (app.wants(event)) app.send(event, path === null ? {} : await paths.get(path));
      }
    },
    beforeReply: () => app.ask("ticket.save"),
  };
}

/** Lightning tells its components by a class on the page which colours it has. */
function followColours() {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = () => document.documentElement.classList.toggle("slds-color-scheme--dark", dark.matches);
  dark.addEventListener("change", follow);
  follow();
}

function startScript(box, ticketId, agent) {
  followColours();
  const { id: userId, locale, time_zone: timeZone } = agent;
  const navigate = (id) => location.assign(`${document.body.dataset.home}tickets/${id}`);
  const given = { recordId: ticketId, userId, locale, timeZone, fetch: window.fetch.bind(window), navigate };
  const app = window.mountSidelight(box, given);
  window.addEventListener("pagehide", () => app.unmount(), { once: true });
  return { ...NONE, changed: async () => app.recordChanged(ticketId) };
}

/** Start the installed app; returns {changed(before, after), beforeReply()}, which do nothing where there is none. */
export async function startApp(ticketId, agent) {
  const box = document.getElementById("app");
  try {
    if (box?.dataset.frame) return await startFrame(box, ticketId);
    if (box) return startScript(box, ticketId, agent);
  } catch (error) {
    console.error(error); // the ticket is worked on without it
  }
  return NONE;
}
