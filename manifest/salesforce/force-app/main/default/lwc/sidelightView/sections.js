/** The sidebar's sections, each from its part of the annotation. */

import { spelled } from './wording';

/** So many facts, promises and flags stand there at once; the rest is folded. */
const FIRST_FLAGS = 3;
const FIRST_TOLD = 5;

const HELPDESKS = { zendesk: 'Zendesk', salesforce: 'Salesforce' };

/** What the headline's parts are joined by. */
const JOINT = ' · ';

/** The headline's parts, up to three; the first is the one to be taken in at a glance. */
export const partsOf = (headline) => headline.split(JOINT);

/** How often they came, where no flag says it, and in which mood, where it is one to name; in a word each. */
export function drawSummary({ contacts, frustration }, shown, words) {
  const isOften = contacts > 1 && shown.every((flag) => flag.kind !== 'repeat_contact');
  return [
    isOften ? { key: 'contacts', level: '', text: words.count('contacts', contacts) } : null,
    frustration > 0 ? { key: 'mood', level: String(frustration), text: words.say(`mood.${frustration}`) } : null
  ].filter((one) => one !== null);
}

/** The first sentence; none where a flag that it rests on was marked wrong, or all were. */
export function drawOpening({ opening, openingFrom, flags }, shown) {
  const gone = flags.filter((flag) => !shown.includes(flag)).map((flag) => flag.kind);
  const rests = openingFrom.length > 0 ? openingFrom.some((kind) => gone.includes(kind)) : gone.length > 0;
  return opening === null || rests || shown.length === 0 ? '' : opening;
}

/** What the headline has said already, word for word, stands only in the flag's details. */
export function drawFlags(flags, { headline, verdicts, user, writable, place, words }) {
  const said = partsOf(headline).map(withoutStop);
  return flags.map((flag, index) => ({
    kind: flag.kind,
    name: named('flag', flag.kind, words),
    severity: flag.severity,
    severityName: words.say(`severity.${flag.severity}`),
    loud: false,
    folded: index >= FIRST_FLAGS,
    figure: flag.figure ?? '',
    lived: flag.lived,
    isSaid: said.includes(withoutStop(flag.lived)),
    advice: flag.advice ?? '',
    evidence: flag.evidence.map((piece, number) => ({ key: `${flag.kind}-${number}`, ...drawPiece(piece, place, words) })),
    writable: Boolean(writable),
    right: verdicts.get(flag.kind)?.user === user && verdicts.get(flag.kind)?.sign === '+'
  }));
}

const withoutStop = (sentence) => sentence.replace(/\.$/, '');

function drawPiece(piece, place, words) {
  return {
    who: piece.by !== null && words.has(`by.${piece.by}`) ? words.say(`by.${piece.by}`) : '',
    when: words.moment(piece.at),
    fullWhen: words.fullMoment(piece.at),
    iso: new Date(piece.at).toISOString(),
    quote: piece.quote ?? '',
    ticket: drawTicket(piece, place, words)
  };
}

const idOf = (ticket) => ticket.slice(ticket.lastIndexOf('/') + 1);

/** What is told of tickets anywhere: their numbers and addresses, by ticket. */
export function ticketsOf({ flags, history }) {
  const told = [...flags.flatMap((flag) => flag.evidence), ...history];
  return new Map(told.filter(({ number, url }) => number !== null || url !== null).map((one) => [one.ticket, one]));
}

/**
 * A ticket as a link: `own` is the one that is open, `near` one of the same helpdesk, which can be opened in place. Where
 * nobody says what it is called, it is called by its id, if that is one for people.
 */
function drawTicket({ ticket, number = null, url = null }, place, words) {
  const own = ticket === place.own;
  const near = ticket.startsWith(`${place.connection}/`);
  const helpdesk = HELPDESKS[ticket.split(':')[0]] ?? '';
  const id = idOf(ticket);
  const known = place.tickets.get(ticket);
  const called = number ?? known?.number ?? undefined;
  const isId = called === undefined && /^\d+$/.test(id);
  const name = isId ? id : (called ?? words.say('another_ticket'));
  return {
    id,
    own,
    near,
    // of its own helpdesk each sidebar knows the address by itself, and needs nobody's word for it
    url: near ? '' : (url ?? known?.url ?? ''),
    text: own ? words.say('this_ticket') : helpdesk !== '' && (isId || !near) ? `${helpdesk} ${name}` : name
  };
}

/** The ticket that something was said on, where it is another than the one that is open. */
const elsewhere = (ticket, place, words) => (ticket === null || ticket === place.own ? null : drawTicket({ ticket }, place, words));

export function drawTold(told, { place, words }) {
  return told.map((fact, index) => ({
    key: `told-${index}`,
    name: named('fact', fact.kind, words),
    value: fact.value ?? words.say('given_hidden'),
    hidden: fact.value === null,
    folded: index >= FIRST_TOLD,
    day: fact.at === null ? '' : words.day(fact.at),
    to: fact.to === null ? '' : words.say('told_to', { who: fact.to }),
    ticket: elsewhere(fact.ticket, place, words)
  }));
}

/** Open promises first, the nearest first; whether one is overdue is judged by the clock, not by the annotation. */
export function drawPromises(promises, { now, place, words }) {
  const drawn = promises.map((one) => ({ ...one, state: one.state === 'open' && one.due < now ? 'overdue' : one.state }));
  const rank = { overdue: 0, open: 1, kept: 2, withdrawn: 3 };
  const told = ({ due, settled }) => ({ when: words.due(due), settled: settled === null ? '' : words.day(settled) });
  return drawn
    .sort((one, other) => rank[one.state] - rank[other.state] || one.due - other.due)
    .map((one, index) => ({
      key: `promise-${index}`,
      state: one.state,
      loud: false,
      name: one.kind !== null && words.has(`promise.${one.kind}`) ? words.say(`promise.${one.kind}`) : words.say('promise.action'),
      by: one.by === null ? '' : words.say('promised_by', { who: one.by }),
      // how late it is says that it is overdue
      due: words.say(`due.${one.state === 'overdue' ? 'open' : one.state}`, told(one)).trim(),
      left: one.state === 'overdue' ? words.late(one.due) : one.state === 'open' ? words.left(one.due) : '',
      quote: one.quote ?? '',
      ticket: elsewhere(one.ticket, place, words)
    }));
}

export function drawEffort(effort, words) {
  if (effort === null || effort.total === 0) {
    return null;
  }
  return {
    total: effort.total,
    text: words.say('effort_of', { n: effort.total }),
    parts: effort.parts.map(({ part, points, count }) => ({
      key: part,
      text: words.has(`effort.${part}.other`) ? words.count(`effort.${part}`, count) : `${spelled(part)}: ${count}`,
      points: points < 0 ? String(points) : `+${points}`
    }))
  };
}

/** The newest contact first, as people read a feed; this ticket alone is no history. */
export function drawHistory(history, { place, words }) {
  const told = history.some((contact) => contact.ticket !== place.own) ? history : [];
  return [...told].reverse().map((contact, index) => ({
    key: `contact-${index}`,
    ticket: drawTicket(contact, place, words),
    when: words.day(contact.at),
    fullWhen: words.fullMoment(contact.at),
    iso: new Date(contact.at).toISOString(),
    subject: contact.subject ?? '',
    status: words.say(`status.${contact.status}`),
    channel: contact.channel !== null && words.has(`channel.${contact.channel}`) ? words.say(`channel.${contact.channel}`) : ''
  }));
}

/**
 * The open problem that this belongs to: the ticket of the evidence that the flag's sentence names. The others are other
 * customers', who have the same.
 */
export function drawKnown(shown, { place, words }) {
  const flag = shown.find((one) => one.kind === 'known_issue');
  const isIts = (piece) => [piece.number, idOf(piece.ticket)].some((name) => name !== null && isNamed(name, flag.lived));
  const problem = flag?.evidence.find((piece) => piece.ticket !== place.own && isIts(piece));
  if (problem === undefined) {
    return null;
  }
  const ticket = drawTicket(problem, place, words);
  return { ...ticket, text: words.say('problem', { n: ticket.text }) };
}

const isNamed = (name, sentence) => sentence.split(/[\s()[\],;:]+/).some((word) => [name, `#${name}`].includes(word.replace(/\.$/, '')));

/** What a kind is called; one that a later version brings, by its code. */
function named(group, kind, words) {
  return words.say(`${group}.${kind}`) || spelled(kind);
}
