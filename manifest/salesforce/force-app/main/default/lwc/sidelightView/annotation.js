/**
 * Reads the text of the annotation field (manifest/annotation.schema.json), which anybody who may edit the ticket could
 * have written.
 *
 * What the sidebar cannot do without must be right, or nothing is shown; of the rest, what is wrong is left out, piece
 * by piece. Texts stay texts: nobody who shows them reads them as HTML.
 */

export const VERSION = 'sidelight/1';

/** Characters; the field holds 6 kB of ours. What is longer is not ours, and is not looked into. */
const LONGEST = 40000;

const VERSIONS = /^sidelight\/\d+$/;
const TICKET = /^.+\/[^/]+$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** A page of one of the two helpdesks: anything else that a field is made to hold would be drawn as one of them. */
const ADDRESS = /^https:\/\/[a-z0-9.-]+\.(?:zendesk\.com|my\.salesforce\.com|lightning\.force\.com)(?:\/[^\s"'<>`]*)?$/i;
/** Controls, marks of direction, and spaces without width; not the joiners, which letters and pictures need. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const CODE = /^[a-z][a-z0-9_]{0,39}$/;

const SEVERITIES = ['low', 'medium', 'high'];
const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const STATES = ['open', 'kept', 'withdrawn', 'overdue'];

/**
 * Return `{ state, annotation }`: state is `none` (an empty field), `ready`, `newer` (a version this does not know) or
 * `broken`; the annotation is there where it is ready.
 */
export function readAnnotation(text) {
  if (typeof text !== 'string' || text.trim() === '') {
    return { state: 'none' };
  }
  const found = parse(text);
  if (!isRecord(found)) {
    return { state: 'broken' };
  }
  if (found.v !== VERSION) {
    return { state: typeof found.v === 'string' && VERSIONS.test(found.v) ? 'newer' : 'broken' };
  }
  const annotation = {
    ticket: matching(found.ticket, TICKET, 200),
    headline: words(found.headline, 255),
    flags: onlyFirst(each(found.flags, 15, flag), 'kind'),
    opening: words(found.opening, 300),
    openingFrom: Array.isArray(found.opening_from) ? found.opening_from.slice(0, 4) : [],
    contacts: whole(found.contacts, 0, 9999),
    frustration: whole(found.frustration, 0, 3),
    effort: effort(found.effort),
    told: each(found.told, 24, fact),
    promises: each(found.promises, 12, promise),
    history: each(found.history, 20, contact),
    readTo: moment(found.read_to)
  };
  const isWhole = annotation.ticket !== null && Array.isArray(found.flags);
  const silent = annotation.headline === null && annotation.flags.length === 0;
  if (!isWhole || (silent && found.flags.length > 0)) {
    return { state: 'broken' };
  }
  return { state: 'ready', annotation };
}

function parse(text) {
  if (text.length > LONGEST) {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function flag(found) {
  const evidence = each(found.evidence, 6, piece);
  const kind = matching(found.kind, CODE, 40);
  const lived = words(found.lived, 240);
  if (kind === null || lived === null || !SEVERITIES.includes(found.severity) || evidence.length === 0) {
    return null;
  }
  const severity = found.severity;
  return { kind, severity, figure: words(found.figure, 240), lived, advice: words(found.advice, 240), evidence };
}

function piece(found) {
  const at = moment(found.at);
  const ticket = matching(found.ticket, TICKET, 200);
  return at === null || ticket === null
    ? null
    : {
        at,
        ticket,
        number: words(found.number, 40),
        by: matching(found.by, CODE, 40),
        quote: words(found.quote, 280),
        url: address(found.url)
      };
}

function fact(found) {
  const kind = matching(found.kind, CODE, 40);
  const value = found.hidden === true ? null : words(found.value, 120);
  if (kind === null || (value === null && found.hidden !== true)) {
    return null;
  }
  return { kind, value, to: words(found.to, 60), at: moment(found.at), ticket: matching(found.ticket, TICKET, 200) };
}

function promise(found) {
  const due = moment(found.due);
  if (due === null || !STATES.includes(found.state)) {
    return null;
  }
  return {
    due,
    state: found.state,
    kind: matching(found.kind, CODE, 40),
    settled: moment(found.settled),
    by: words(found.by, 60),
    quote: words(found.quote, 280),
    ticket: matching(found.ticket, TICKET, 200)
  };
}

function contact(found) {
  const at = moment(found.at);
  const ticket = matching(found.ticket, TICKET, 200);
  if (at === null || ticket === null || !STATUSES.includes(found.status)) {
    return null;
  }
  return {
    at,
    ticket,
    number: words(found.number, 40),
    subject: words(found.subject, 120),
    status: found.status,
    channel: matching(found.channel, CODE, 40),
    url: address(found.url)
  };
}

function effort(found) {
  const total = isRecord(found) ? whole(found.total, 0, 100) : null;
  return total === null ? null : { total, parts: onlyFirst(each(found.parts, 12, part), 'part') };
}

function part(found) {
  const name = matching(found.part, CODE, 40);
  const points = whole(found.points, -100, 100);
  const count = whole(found.count, 0, 9999);
  return name === null || points === null || count === null ? null : { part: name, points, count };
}

/** Those pieces of a list that `read` takes, at most `most`; none where it is no list. */
function each(list, most, read) {
  const pieces = Array.isArray(list) ? list.slice(0, most) : [];
  return pieces.map((one) => (isRecord(one) ? read(one) : null)).filter((one) => one !== null);
}

/** Of those that bear the same name the first: what is drawn is told apart by it. */
function onlyFirst(list, name) {
  return list.filter((one, index) => list.findIndex((other) => other[name] === one[name]) === index);
}

function isRecord(found) {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}

/** A text without what is not seen and turns or breaks what stands around it; null where empty. */
function words(found, longest) {
  if (typeof found !== 'string') {
    return null;
  }
  const clean = [...found.replace(UNSEEN, ' ').replace(LONE, '\ufffd').trim()];
  const kept = clean.length > longest ? `${clean.slice(0, longest - 1).join('')}…` : clean.join('');
  return kept === '' ? null : kept;
}

function matching(found, pattern, longest) {
  return typeof found === 'string' && found.length <= longest && pattern.test(found) ? found : null;
}

function address(found) {
  return matching(found, ADDRESS, 200);
}

/** Milliseconds since 1970, null where it is no time in UTC to the second. */
function moment(found) {
  const at = matching(found, MOMENT, 20) === null ? NaN : Date.parse(found);
  return Number.isNaN(at) ? null : at;
}

function whole(found, least, most) {
  return Number.isInteger(found) && found >= least && found <= most ? found : null;
}
