/** What a Zendesk app may get, set and invoke on a ticket's page, by the framework's paths. */

import { fieldOf } from "./form.js";
import { notify } from "./toast.js";

const HOME = document.body.dataset.home;
const HIGHEST_PX = 2000;
const CUSTOM = /^ticket\.customField:custom_field_(\d+)$/u;
const FIELD_ACT = /^ticketFields:(\w+)\.(hide|show|disable|enable)$/u;
const ROLES = { user: "end-user", agent: "agent", bot: "bot" };

class PathError extends Error {
  name = "APIError";
}

const noSuch = () => new PathError("No such Api");

/** Read an address of the API once, however many paths of one call need it at the same moment. */
const reading = new Map();
function read(path) {
  if (!reading.has(path)) {
    const asked = fetch(`/api/v2/${path}`, { cache: "no-store" }).then((answer) => {
      if (!answer.ok) throw new PathError(`The helpdesk answered ${answer.status}.`);
      return answer.json();
    });
    reading.set(path, asked.finally(() => reading.delete(path)));
  }
  return reading.get(path);
}

async function currentUser() {
  const { user } = await read("users/me");
  const timeZone = { name: user.time_zone, ianaName: user.iana_time_zone };
  return { id: user.id, name: user.name, email: user.email, role: user.role, locale: user.locale, timeZone };
}

/** One entry of the conversation, as the framework shows it. */
function entry(event) {
  const { author, content, attachments } = event;
  return {
    id: event.id,
    author: { id: author["zen:support:user_id"], name: author.display_name, role: ROLES[author.type] ?? author.type },
    channel: { name: event.type === "Comment" ? "web" : "messaging" },
    message: { content: content.body ?? content.text, contentType: content.type === "html" ? "text/html" : "text/plain" },
    attachments: attachments.map((one) => ({ filename: one.file_name, contentType: one.content_type, contentUrl: one.content_url })),
    timestamp: event.created_at,
  };
}

function formField(field) {
  const name = field.removable ? `custom_field_${field.id}` : field.type;
  const shown = fieldOf(name);
  const optionValues = (field.custom_field_options ?? []).map((option) => ({ label: option.name, value: option.value }));
  return {
    name,
    label: field.title,
    type: field.type,
    isRequired: field.required,
    isVisible: shown !== null && !shown.hidden,
    isEnabled: shown !== null && !shown.hasAttribute("aria-disabled"),
    optionValues,
  };
}

function actOnField(name, act) {
  const field = fieldOf(name);
  if (field === null) throw new PathError("There is no such field on the form");
  if (act === "hide" || act === "show") field.hidden = act === "hide";
  else field.toggleAttribute("aria-disabled", act === "disable");
}

function resize(frame, size) {
  const height = Number.parseFloat(size?.height);
  if (!Number.isFinite(height)) throw new PathError("resize needs a height in pixels");
  frame.style.height = `${Math.min(HIGHEST_PX, Math.max(0, height))}px`;
}

function routeTo(place, id) {
  if (place !== "ticket" || !/^\d+$/u.test(String(id))) throw new PathError(`There is no way to ${place} here`);
  location.assign(`${HOME}tickets/${id}`);
}

/** The paths of one ticket's page, for `mountApp`. `draft` is the agent's unsent reply. */
export function pathsOf(ticketId, draft) {
  const ticket = async () => (await read(`tickets/${ticketId}`)).ticket;
  const conversation = async () => (await read(`tickets/${ticketId}/conversation_log`)).events.map(entry);
  const comment = () => ({ text: draft.text(), type: "publicReply" });

  return (frame, colorScheme) => {
    const gets = {
      "ticket.id": async () => (await ticket()).id,
      "ticket.subject": async () => (await ticket()).subject,
      "ticket.status": async () => (await ticket()).status,
      "ticket.priority": async () => (await ticket()).priority,
      "ticket.tags": async () => (await ticket()).tags,
      "ticket.createdAt": async () => (await ticket()).created_at,
      "ticket.updatedAt": async () => (await ticket()).updated_at,
      "ticket.form.id": async () => (await ticket()).ticket_form_id,
      "ticket.comment": comment,
      "ticket.comment.text": draft.text,
      "ticket.comment.type": () => comment().type,
      "comment.text": draft.text,
      "comment.type": () => comment().type,
      "ticket.conversation": conversation,
      currentUser,
      "currentUser.locale": async () => (await currentUser()).locale,
      colorScheme,
      ticketFields: async () => (await read("ticket_fields")).ticket_fields.filter((field) => field.active).map(formField),
    };
    const invokes = {
      resize: (size) => resize(frame, size),
      "ticket.editor.insert": draft.insert,
      "ticket.comment.appendText": draft.append,
      "comment.appendText": draft.append,
      routeTo,
      notify,
      show: () => (frame.hidden = false),
      hide: () => (frame.hidden = true),
      track: () => null,
    };

    async function customField(id) {
      const field = (await ticket()).custom_fields.find((one) => String(one.id) === id);
      if (!field) throw noSuch();
      return field.value;
    }

    return {
      get(path) {
        const custom = CUSTOM.exec(path);
        if (custom) return customField(custom[1]);
        if (!Object.hasOwn(gets, path)) throw noSuch();
        return gets[path]();
      },
      set(path, value) {
        if (path !== "ticket.comment.text") throw noSuch(); // fields are changed by the API: the form is not editable
        draft.set(String(value));
      },
      invoke(path, given) {
        const act = FIELD_ACT.exec(path);
        if (act) return actOnField(act[1], act[2]);
        if (!Object.hasOwn(invokes, path)) throw noSuch();
        invokes[path](...(Array.isArray(given) ? given : [given]));
        return null;
      },
    };
  };
}
