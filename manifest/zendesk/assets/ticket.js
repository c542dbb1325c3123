/** Reads through Zendesk's own API, as the agent: which fields are ours, and what stands in them. */

const KEPT_MS = 60 * 60 * 1000;
const OURS = { annotation: 'Sidelight annotation', feedback: 'Sidelight feedback' };
const NOT_THERE = 404;
const REFUSED = [401, 403];

/** So many of the newest comments are looked through for the customer's last. */
const COMMENTS = 20;

/** A reading that failed; `access` is denied, gone, missing or failed, as the view knows it. */
class NotRead extends Error {
  constructor(access) {
    super(access);
    this.access = access;
  }
}

/** Ask Zendesk as the agent. */
async function ask(client, request) {
  try {
    return await client.request(request);
  } catch (error) {
    if (error?.status === NOT_THERE) {
      throw new NotRead('gone');
    }
    throw new NotRead(REFUSED.includes(error?.status) ? 'denied' : 'failed');
  }
}

/** The reader: `{ user, locale, timeZone }`. */
export async function readPerson(client) {
  const { currentUser } = await client.get('currentUser');
  return {
    user: String(currentUser.id),
    locale: currentUser.locale || 'en',
    timeZone: currentUser.timeZone?.ianaName || Intl.DateTimeFormat().resolvedOptions().timeZone
  };
}

let known = null;

/** The ids of our fields, `{ annotation, feedback }` (feedback may be missing); kept for an hour, for they hardly change. */
export async function findFields(client, account) {
  known ??= recall(account);
  if (known === null || Date.now() - known.at > KEPT_MS) {
    const { ticket_fields: rows } = await ask(client, '/api/v2/ticket_fields.json');
    const fields = Object.fromEntries(Object.entries(OURS).map(([name, title]) => [name, idOf(rows, name, title)]));
    if (!fields.annotation) {
      throw new NotRead('missing');
    }
    known = { at: Date.now(), fields };
    remember(account, known);
  }
  return known.fields;
}

function idOf(rows, name, title) {
  const active = rows.filter((row) => row.active !== false);
  const marked = active.find((row) => `${row.raw_description} ${row.description}`.includes(`[sidelight:${name}]`));
  return (marked ?? active.find((row) => row.raw_title === title || row.title === title))?.id;
}

/** From one ticket to the next: each has a frame of its own. Where the browser keeps nothing for us, it is asked anew. */
function recall(account) {
  try {
    return JSON.parse(localStorage.getItem(`sidelight:fields:${account}`));
  } catch {
    return null;
  }
}

function remember(account, kept) {
  try {
    localStorage.setItem(`sidelight:fields:${account}`, JSON.stringify(kept));
  } catch {
    // see recall
  }
}

/** The ticket as the view wants it (`seen`), with what a write needs (`stamp`, `fields`). */
export async function readTicket(client, ticketId, fields) {
  const newest = `/api/v2/tickets/${ticketId}/comments.json?sort_order=desc&per_page=${COMMENTS}`;
  const [{ ticket }, { comments }] = await Promise.all([
    ask(client, `/api/v2/tickets/${ticketId}.json`),
    // without it, only “the customer has written since” is not told
    ask(client, newest).catch(() => ({ comments: [] }))
  ]);
  const said = comments.filter((comment) => comment.public && comment.author_id === ticket.requester_id);
  return seen(ticket, fields, said.length > 0 ? Math.max(...said.map((comment) => Date.parse(comment.created_at))) : null);
}

function seen(ticket, fields, customerAt) {
  const value = (id) => ticket.custom_fields.find((field) => field.id === id)?.value ?? '';
  const closed = ticket.status === 'closed';
  return {
    fields,
    stamp: ticket.updated_at,
    seen: {
      access: 'ok',
      annotation: value(fields.annotation),
      feedback: value(fields.feedback),
      closed,
      writable: !closed && Boolean(fields.feedback),
      createdAt: Date.parse(ticket.created_at),
      changedAt: Date.parse(ticket.updated_at),
      customerAt
    }
  };
}

/** Write the feedback field, unless the ticket has changed since it was read; return the ticket as it is then. */
export async function putFeedback(client, ticketId, { fields, stamp, seen: before }, text) {
  const custom_fields = [{ id: fields.feedback, value: text }];
  const { ticket } = await client.request({
    url: `/api/v2/tickets/${ticketId}.json`,
    type: 'PUT',
    contentType: 'application/json',
    data: JSON.stringify({ ticket: { custom_fields, safe_update: true, updated_stamp: stamp } })
  });
  return seen(ticket, fields, before.customerAt);
}
