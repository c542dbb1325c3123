/** What the tests begin with: an annotation as Sidelight writes it, a case that holds it, and the words in English. */

import { readFileSync } from 'fs';
import { join } from 'path';

export const CASE = '5005g000000000CAAQ';
export const OTHER_CASE = '5005g000000000DAAQ';
export const NOW = Date.parse('2026-11-19T12:00:00Z');

/** The sidebar's words in one language, as Zendesk's app has them. */
export function wordsOf(language) {
  const path = join(__dirname, '../../../../../../../zendesk/translations', `${language}.json`);
  return JSON.parse(readFileSync(path, 'utf8')).sidebar;
}

export const url = (id) => `https://acme.my.salesforce.com/lightning/r/Case/${id}/view`;

const PIECES = {
  own: { ticket: `salesforce:acme/${CASE}`, number: '00001012', at: '2026-11-17T08:45:00Z', by: 'agent', url: url(CASE) },
  near: { ticket: `salesforce:acme/${OTHER_CASE}`, number: '00001013', at: '2026-11-03T08:45:00Z', by: 'customer', url: url(OTHER_CASE) },
  far: { ticket: 'zendesk:acme/1110', number: '#1110', at: '2026-11-05T15:20:00Z', by: 'customer', url: 'https://acme.zendesk.com/agent/tickets/1110' },
  bare: { ticket: 'zendesk:acme/1111', at: '2026-11-05T15:20:00Z', by: 'bot' }
};

export const flag = (kind, severity, evidence = ['near'], more = {}) => ({
  kind,
  severity,
  confidence: 0.9,
  figure: 'each ticket handled by itself',
  lived: `Lived through ${kind}.`,
  advice: 'Say that you know.',
  evidence: evidence.map((name) => ({ ...PIECES[name], quote: `Words from the ${name} ticket.` })),
  ...more
});

/** An annotation with something of everything; `more` replaces its parts. */
export function annotation(more = {}) {
  return {
    v: 'sidelight/1',
    ticket: `salesforce:acme/${CASE}`,
    headline: 'Asked again: order number.',
    opening: 'I see that you gave us the order number.',
    opening_from: ['asked_again'],
    contacts: 3,
    frustration: 2,
    effort: { total: 45, parts: [{ part: 'repeats', points: 30, count: 2 }, { part: 'waits', points: 15, count: 1 }] },
    flags: [
      flag('asked_again', 'high', ['own', 'near', 'far', 'bare']),
      flag('repeat_contact', 'medium'),
      flag('left_waiting', 'medium'),
      flag('context_lost', 'medium'),
      flag('known_issue', 'low', ['far'], { lived: 'Belongs to the open problem #1110.' })
    ],
    told: ['order_number', 'reference', 'photo', 'date', 'iban', 'a_new_fact'].map((kind) => ({
      kind,
      ...(kind === 'iban' ? { hidden: true } : { value: `value of ${kind}` }),
      to: 'Warranty',
      at: '2026-11-03T08:45:00Z',
      ticket: `salesforce:acme/${OTHER_CASE}`
    })),
    promises: [
      { due: '2026-11-19T14:00:00Z', kind: 'call', state: 'open', by: 'Kim', quote: 'I will call you at three.' },
      { due: '2026-11-16T12:00:00Z', kind: 'refund', state: 'open', by: 'Joe' }
    ],
    history: [
      { ...PIECES.near, subject: 'Six minibars', status: 'open', channel: 'email' },
      { ...PIECES.far, subject: 'Who looks after it?', status: 'solved', channel: 'web' }
    ],
    ...more
  };
}

/** A case as the User Interface API gives it. */
export function record({ annotation: text = annotation(), feedback = '', closed = false, ...times } = {}) {
  const { created = '2026-11-17T08:40:00.000Z', changed = '2026-11-18T10:00:00.000Z' } = times;
  const value = (one) => ({ value: one, displayValue: null });
  return {
    apiName: 'Case',
    id: CASE,
    fields: {
      Sidelight_Annotation__c: value(text === null || typeof text === 'string' ? text : JSON.stringify(text)),
      Sidelight_Feedback__c: value(feedback),
      IsClosed: value(closed),
      CreatedDate: value(created),
      LastModifiedDate: value(changed)
    }
  };
}

export const mail = (incoming, at) => ({ fields: { Incoming: { value: incoming }, MessageDate: { value: at } } });
