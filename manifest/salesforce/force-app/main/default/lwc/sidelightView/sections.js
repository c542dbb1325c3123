/** The sidebar's sections, each from its part of the annotation. */

import { spelled } from './wording';

/** So many facts, promises and flags stand there at once; the rest is folded. */
const FIRST_FLAGS = 3;
const FIRST_TOLD = 5;

const HELPDESKS = { zendesk: 'Zendesk', salesforce: 'Salesforce' };

/** How often they came, and in which mood, in a word each. */
export function drawSummary({ contacts, frustration }, words) {
  return [
    contacts === null ? null : { key: 'contacts', level: '', text: words.count('contacts', contacts) },
    frustration === null ? null : { key: 'mood', level: String(frustration), text: words.say(`mood.${frustration}`) }
  ].filter((one) => one !== null);
}

/** The first sentence; none where a flag that it rests on was marked wrong, or all were. */
export function drawOpening({ opening, openingFrom, flags }, shown) {
  const gone = flags.filter((flag) => !shown.includes(flag)).map((flag) => flag.kind);
  const rests = openingFrom.length > 0 ? openingFrom.some((kind) => gone.includes(kind)) : gone.length > 0;
  return opening === null || rests || shown.length === 0 ? '' : opening;
}

export function drawFlags(flags, { verdicts, user, writable, place, words }) {
  return flags.map((flag, index) => ({
    kind: flag.kind,
    name: named('flag', flag.kind, words),
    severity: flag.severity,
    severityName: words.say(`severity.${flag.severity}`),
    loud: false,
    folded: index >= FIRST_FLAGS,
    figure: flag.figure ?? '',
    lived: flag.lived,
    advice: flag.advice ?? '',
    evidence: flag.evidence.map((piece, number) => ({ key: `${flag.kind}-${number}`, ...drawPiece(piece, place, words) })),
    writable: Boolean(writable),
    right: verdicts.get(flag.kind)?.user === user && verdicts.get(flag.kind)?.sign === '+'
  }));
}

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

/** A ticket as a link: `own` is the one that is open, `near` one of the same helpdesk, which can be opened in place. */
function drawTicket({ ticket, number, url }, place, words) {
  const own = ticket === place.own;
  const near = ticket.startsWith(`${place.connection}/`);
  const helpdesk = HELPDESKS[ticket.split(':')[0]] ?? '';
  const name = number ?? words.say('another_ticket');
  return {
    id: ticket.slice(ticket.lastIndexOf('/') + 1),
    own,
    near,
    // of its own helpdesk each sidebar knows the address by itself, and needs nobody's word for it
    url: near ? '' : (url ?? ''),
    helpdesk,
    text: own ? words.say('this_ticket') : near || helpdesk === '' ? name : `${helpdesk} ${name}`
  };
}

export function drawTold(told, words) {
  return told.map((fact, index) => ({
    key: `told-${index}`,
    name: named('fact', fact.kind, words),
    value: fact.value ?? words.say('given_hidden'),
    hidden: fact.value === null,
    folded: index >= FIRST_TOLD,
    day: fact.at === null ? '' : words.day(fact.at),
    source: [fact.to === null ? '' : words.say('told_to', { who: fact.to }), fact.at === null ? '' : words.day(fact.at)]
      .filter((one) => one !== '')
      .join(' · ')
  }));
}

/** Open promises first, the nearest first; whether one is overdue is judged by the clock, not by the annotation. */
export function drawPromises(promises, { now, words }) {
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
      quote: one.quote ?? ''
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

/** The newest contact first, as people read a feed. */
export function drawHistory(history, { place, words }) {
  return [...history].reverse().map((contact, index) => ({
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

/** The open problem that this belongs to, where the evidence leads to one. */
export function drawKnown(shown, { place, words }) {
  const flag = shown.find((one) => one.kind === 'known_issue');
  const problem = flag?.evidence.find((piece) => piece.ticket !== place.own);
  return problem === undefined ? null : { says: flag.lived, ticket: drawTicket(problem, place, words) };
}

/** What a kind is called; one that a later version brings, by its code. */
function named(group, kind, words) {
  return words.say(`${group}.${kind}`) || spelled(kind);
}
