/** Sidelight in Zendesk's ticket sidebar: reads the ticket with the agent's own rights, and draws what stands there. */

import { buildView } from './view/sidelightView.js';
import { startDrawing } from './drawing.js';
import { startFeedback } from './feedback.js';
import { followHeight, hideOurFields, putIntoReply, showTicket } from './helpdesk.js';
import { loadTexts } from './texts.js';
import { findFields, readPerson, readTicket } from './ticket.js';

/** Seconds after which a ticket that may still be read by Sidelight is looked at again, and then no more. */
const AGAIN_S = [15, 45, 120, 300];
const MINUTE_MS = 60000;

const client = window.ZAFClient?.init();
const asked = new URLSearchParams(location.search);
followColours(asked.get('colorScheme'));

let given = { access: 'loading', texts: {}, locale: navigator.language, timeZone: 'UTC', now: Date.now() };
let found = null;
let looks = 0;
let timer = null;
let reading = null;

const drawing = startDrawing(document.getElementById('sidelight'), {
  again: () => look(),
  insert: (text) => putIntoReply(client, text),
  open: (ticket) => showTicket(client, ticket),
  judge: (kind, sign, reason) => feedback.say(kind, sign, reason)
});
const feedback = startFeedback({
  current: () => ({ client, found, given, texts: given.texts }),
  changed: (text) => show({ feedback: text }),
  said: drawing.announce,
  refresh: () => readOnce()
});

function show(changes) {
  given = { ...given, ...changes, now: Date.now() };
  drawing.draw(buildView(given), given.texts);
}

/** Read the ticket and draw it; a reading that is under way is waited for. */
function look() {
  reading ??= readOnce().finally(() => {
    reading = null;
  });
  return reading;
}

async function readOnce() {
  try {
    const fields = await findFields(client, given.account);
    found = await readTicket(client, given.ticketId, fields);
    hideOurFields(client, fields);
    show(found.seen);
  } catch (error) {
    show({ access: error.access ?? 'failed' });
  }
  lookLater();
}

/** Where the view says that looking again can help, look again a few times, ever more rarely. */
function lookLater() {
  clearTimeout(timer);
  if (!buildView(given).again) {
    looks = 0;
  } else if (looks < AGAIN_S.length) {
    timer = setTimeout(look, AGAIN_S[looks] * 1000);
    looks += 1;
  }
}

function followColours(scheme) {
  document.documentElement.dataset.colours = scheme === 'dark' ? 'dark' : 'light';
}

async function start() {
  if (!client) {
    const texts = await loadTexts(navigator.language);
    show({ ...texts, access: 'failed' });
    return;
  }
  followHeight(client, document.getElementById('sidelight'));
  const [context, person] = await Promise.all([client.context(), readPerson(client)]);
  given = { ...given, ...person, ticketId: context.ticketId, account: context.account?.subdomain ?? '' };
  const [texts] = await Promise.all([loadTexts(person.locale), client.get('colorScheme').then((got) => followColours(got.colorScheme), () => {})]);
  show(texts);
  for (const event of ['ticket.updated', 'ticket.conversation.changed', 'ticket.submit.done', 'app.activated']) {
    client.on(event, () => {
      looks = 0;
      look();
    });
  }
  client.on('colorScheme.changed', followColours);
  client.on('ticket.form.id.changed', () => found && hideOurFields(client, found.fields));
  setInterval(() => given.access === 'ok' && document.visibilityState === 'visible' && show({}), MINUTE_MS);
  await look();
}

start().catch(() => show({ access: 'failed' }));
