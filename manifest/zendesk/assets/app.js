/** Sidelight in Zendesk's ticket sidebar: reads the ticket with the agent's own rights, and draws what stands there. */

import { buildView } from './view/sidelightView.js';
import { startDrawing } from './drawing.js';
import { startFeedback } from './feedback.js';
import { followHeight, hideOurFields, putIntoReply, showTicket, ticketAddress } from './helpdesk.js';
import { loadTexts } from './texts.js';
import { findFields, readPerson, readTicket } from './ticket.js';

/** Seconds after which a ticket that may still be read by Sidelight is looked at again, and then no more. */
const AGAIN_S = [15, 45, 120, 300];
/** Coming back to a ticket's tab within this time asks nothing: agents change tabs all the time. */
const FRESH_MS = 15000;
const MINUTE_MS = 60000;

const client = window.ZAFClient?.init();
followColours(new URLSearchParams(location.search).get('colorScheme'));

let given = { access: 'loading', texts: {}, locale: navigator.language, timeZone: 'UTC' };
let found = null;
let readAt = 0;
let looks = 0;
let timer = null;
let reading = null;
let missed = false;

const feedback = startFeedback({
  ticket: () => ({ client, ticketId: given.ticketId, found }),
  user: () => given.user,
  kinds: () => view().kinds ?? [],
  read,
  wrote: (ticket) => take(ticket),
  changed: () => show(),
  said: (text, kind) => drawing.announce(given.texts[text], kind)
});
const drawing = startDrawing(document.getElementById('sidelight'), {
  again: () => (given.ticketId === undefined ? begin() : look()),
  insert: (text) => putIntoReply(client, text),
  open: (id) => showTicket(client, id),
  address: (id) => ticketAddress(given.account, id),
  judge: feedback.say
});

function view() {
  return buildView({ ...given, feedback: feedback.over(given.feedback), now: Date.now() });
}

function show(changes = {}) {
  given = { ...given, ...changes };
  drawing.draw(view(), given.texts);
}

function take(ticket) {
  found = ticket;
  readAt = Date.now();
  show(found.seen);
}

/** Read the ticket and draw it. What changes while it is read is not in it: then it is read once more. */
function look() {
  missed = reading !== null;
  reading ??= read().finally(() => {
    reading = null;
    if (missed) {
      look();
    }
  });
  return reading;
}

async function read() {
  try {
    const fields = await findFields(client, given.account);
    // also where the ticket cannot be read
    hideOurFields(client, fields);
    take(await readTicket(client, given.ticketId, fields));
    lookLater(view().again);
  } catch (error) {
    const access = error.access ?? 'failed';
    const keeps = access === 'failed' && given.access === 'ok';
    show(keeps ? {} : { access });
    lookLater(access === 'failed');
  }
}

/** Where looking again can help, do so a few times, ever more rarely. */
function lookLater(helps) {
  clearTimeout(timer);
  if (!helps) {
    looks = 0;
  } else if (looks < AGAIN_S.length) {
    timer = setTimeout(look, AGAIN_S[looks] * 1000);
    looks += 1;
  }
}

function lookAnew() {
  looks = 0;
  look();
}

function followColours(scheme) {
  document.documentElement.dataset.colours = scheme === 'dark' ? 'dark' : 'light';
}

function listen() {
  for (const event of ['ticket.updated', 'ticket.conversation.changed', 'ticket.submit.done']) {
    client.on(event, lookAnew);
  }
  client.on('app.activated', () => Date.now() - readAt > FRESH_MS && lookAnew());
  client.on('colorScheme.changed', followColours);
  client.on('ticket.form.id.changed', () => found && hideOurFields(client, found.fields));
  setInterval(() => given.access === 'ok' && document.visibilityState === 'visible' && show(), MINUTE_MS);
}

/** Learn who reads and which ticket, then look. */
async function start() {
  if (!client) {
    throw new Error('not in Zendesk');
  }
  const [context, person] = await Promise.all([client.context(), readPerson(client)]);
  const { texts, locale } = await loadTexts(person.locale);
  client.get('colorScheme').then((got) => followColours(got.colorScheme), () => {});
  followHeight(client, document.getElementById('sidelight'));
  listen();
  show({ ...person, texts, locale, access: 'loading', ticketId: context.ticketId, account: context.account?.subdomain ?? '' });
  await look();
}

/** Where Zendesk does not say who reads, the words are those of the browser's language. */
function begin() {
  return start().catch(async () => show({ ...(await loadTexts(navigator.language)), access: 'failed' }));
}

show();
begin();
