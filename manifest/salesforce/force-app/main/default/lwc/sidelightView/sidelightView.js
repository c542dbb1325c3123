/**
 * What the sidebar shows, as plain data: the same for Zendesk's app and Salesforce's component, which only draw it.
 *
 * Pure: what it is given is all it knows.
 */

import { readAnnotation } from './annotation';
import { CLOCKS_APART, readFeedback, standing } from './feedback';
import { drawFlags, drawEffort, drawHistory, drawKnown, drawOpening, drawPromises, drawSummary, drawTold, ticketsOf } from './sections';
import { wording } from './wording';

export { writeFeedback, REASONS } from './feedback';
export { partsOf } from './sections';

/** Milliseconds after the customer's last message in which a ticket without an annotation counts as not read yet. */
const SETTLING = 5 * 60000;

/** So many things ask for attention at once; that the customer has written since is one of them. */
const LOUD = 3;

/**
 * Return the view.
 *
 * Given `access` (`ok`, `denied`, `gone`, `missing` where the fields do not exist, `failed`, `loading`), and where it is
 * ok: `annotation` and `feedback` (the fields' texts), `closed`, `writable`, `createdAt`, `changedAt` and `customerAt` (when
 * the ticket was made, was changed last, and the customer wrote last; milliseconds, null where not known), `user` (the
 * reader's id), and `texts`, `locale`, `timeZone`, `now`.
 *
 * The view's `state` is loading, denied, gone, missing, failed, waiting, quiet, newer, broken or ready; `says` is the line
 * for it, empty where ready; `again` tells whether looking again can help. The rest is there where it is ready.
 */
export function buildView(given) {
  const words = wording(given);
  const line = (state, again = false) => ({ state, says: words.say(state), again, dismissed: [] });
  if (given.access !== 'ok') {
    return line(given.access, given.access === 'failed');
  }
  const { state, annotation } = readAnnotation(given.annotation);
  if (state === 'none') {
    const heard = given.customerAt ?? given.createdAt;
    const fresh = !given.closed && heard !== null && given.now - heard < SETTLING;
    return { ...line(fresh ? 'waiting' : 'quiet', fresh), dismissed: drawDismissed(given, words) };
  }
  if (state !== 'ready') {
    return line(state);
  }
  return drawReady(annotation, given, words);
}

function drawReady(annotation, given, words) {
  const verdicts = verdictsOn(given);
  const shown = annotation.flags.filter((flag) => verdicts.get(flag.kind)?.sign !== '-');
  const place = { own: annotation.ticket, connection: connectionOf(annotation.ticket), tickets: ticketsOf(annotation) };
  const stale = !given.closed && annotation.readTo !== null && given.customerAt > annotation.readTo;
  // it is put together from the flags, and cannot be taken apart: with one of them it goes until it is written anew
  const headline = shown.length === annotation.flags.length ? (annotation.headline ?? '') : '';
  const parts = {
    headline,
    summary: drawSummary(annotation, shown, words),
    opening: given.closed ? '' : drawOpening(annotation, shown),
    flags: drawFlags(shown, { headline, verdicts, user: given.user, writable: given.writable, place, words }),
    told: drawTold(annotation.told, { place, words }),
    promises: drawPromises(annotation.promises, { now: given.now, place, words }),
    effort: drawEffort(annotation.effort, words),
    history: drawHistory(annotation.history, { place, words }),
    known: drawKnown(shown, { place, words })
  };
  const more = { dismissed: drawDismissed(given, words), kinds: annotation.flags.map((flag) => flag.kind) };
  if (!stale && Object.values(parts).every((part) => part === null || part.length === 0)) {
    return { state: 'quiet', says: words.say('quiet'), again: false, ...more };
  }
  askForAttention(parts.flags, parts.promises, given.closed ? 0 : stale ? LOUD - 1 : LOUD);
  return {
    state: 'ready',
    says: '',
    again: stale,
    notice: given.closed ? words.say('closed') : stale ? words.say('stale') : '',
    noticeKind: given.closed ? 'closed' : stale ? 'stale' : '',
    ...parts,
    ...more
  };
}

/** Flags that were marked wrong, so that it can be taken back; also after they have gone from the ticket. */
function drawDismissed(given, words) {
  const wrong = [...verdictsOn(given).values()].filter((entry) => entry.sign === '-');
  return wrong.map(({ kind }) => ({
    kind,
    says: words.say('marked_wrong', { flag: words.say(`flag.${kind}`) || kind }),
    writable: Boolean(given.writable)
  }));
}

function verdictsOn({ feedback, changedAt, now }) {
  return standing(readFeedback(feedback, Math.max(now, changedAt ?? 0) / 1000 + CLOCKS_APART));
}

/** Mark at most `most` of what went wrong as asking for attention: the loudest first, flags before promises. */
function askForAttention(flags, promises, most) {
  const overdue = flags.some((flag) => flag.kind === 'promise_overdue') ? [] : promises.filter((one) => one.state === 'overdue');
  const calls = [
    ...flags.filter((flag) => flag.severity === 'high'),
    ...overdue,
    ...flags.filter((flag) => flag.severity === 'medium')
  ];
  for (const one of calls.slice(0, most)) {
    one.loud = true;
  }
}

function connectionOf(ticket) {
  return ticket.slice(0, ticket.lastIndexOf('/'));
}
