import { knownLocale, spelled, wording } from '../wording';
import { wordsOf } from '../../sidelight/__tests__/given';

const NOW = Date.parse('2026-11-19T12:00:00Z');
const MINUTE = 60000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const speak = (locale, more = {}) =>
  wording({ texts: wordsOf(locale.slice(0, 2)), locale, timeZone: 'Europe/Madrid', now: NOW, ...more });

it.each([
  ['en-GB', '1 contact about this', '3 contacts about this', 'Came back 2 times'],
  ['es-ES', '1 contacto por esto', '3 contactos por esto', 'Volvió 2 veces'],
  ['de-DE', '1 Kontakt dazu', '3 Kontakte dazu', '2-mal wiedergekommen'],
  ['fr-FR', '1 contact à ce sujet', '3 contacts à ce sujet', 'Revenu 2 fois'],
  ['pt-PT', '1 contacto sobre isto', '3 contactos sobre isto', 'Voltou 2 vezes'],
  ['it-IT', '1 contatto su questo', '3 contatti su questo', 'Tornato 2 volte']
])('counts in %s', (locale, one, three, twice) => {
  const words = speak(locale);
  expect(words.count('contacts', 1)).toBe(one);
  expect(words.count('contacts', 3)).toBe(three);
  expect(words.count('effort.repeats', 2)).toBe(twice);
});

it('counts none and millions where a language has a form of its own for them', () => {
  expect(speak('fr-FR').count('contacts', 0)).toBe(wordsOf('fr')['contacts.one'].replace('{n}', '0'));
  expect(speak('es-ES').count('contacts', 1000000)).toContain('1000000');
});

it.each([
  ['en-GB', 'in 2 hours', '3 days ago', 'in 1 minute'],
  ['es-ES', 'dentro de 2 horas', 'hace 3 días', 'dentro de 1 minuto'],
  ['de-DE', 'in 2 Stunden', 'vor 3 Tagen', 'in 1 Minute'],
  ['fr-FR', 'dans 2 heures', 'il y a 3 jours', 'dans 1 minute'],
  ['pt-PT', 'dentro de 2 horas', 'há 3 dias', 'dentro de 1 minuto'],
  ['it-IT', 'tra 2 ore', '3 giorni fa', 'tra 1 minuto']
])('says in %s how long there is left, and how long it is over', (locale, hours, days, soon) => {
  const words = speak(locale);
  expect(words.left(NOW + 2 * HOUR)).toBe(hours);
  expect(words.left(NOW - 3 * DAY)).toBe(days);
  expect(words.left(NOW + 10)).toBe(soon);
});

it('goes from minutes to hours after two hours, and to days after two days', () => {
  const words = speak('en-GB');
  expect(words.left(NOW + 2 * HOUR - MINUTE)).toBe('in 119 minutes');
  expect(words.left(NOW + 2 * DAY - HOUR)).toBe('in 47 hours');
  expect(words.left(NOW + 2 * DAY)).toBe('in 2 days');
  expect(words.left(NOW - 10)).toBe('1 minute ago');
});

it('tells times in the zone of the reader, and the year only where it is another', () => {
  const words = speak('en-GB');
  expect(words.moment(Date.parse('2026-11-18T23:30:00Z'))).toBe('19 Nov, 00:30');
  expect(words.day(Date.parse('2025-12-30T12:00:00Z'))).toBe('30 Dec 2025');
  expect(words.day(Date.parse('2026-12-31T23:30:00Z'))).toBe('1 Jan 2027');
});

it('takes a locale and a zone that nobody knows for English and UTC', () => {
  expect(knownLocale('pt_BR')).toBe('pt-BR');
  expect(knownLocale('!!')).toBe('en');
  const words = wording({ texts: {}, locale: undefined, timeZone: 'Nowhere/None', now: NOW });
  expect(words.moment(NOW)).toContain('12:00');
  expect(words.say('quiet')).toBe('');
});

it('leaves a gap as it is where nothing fills it', () => {
  const words = wording({ texts: { a: '{who} and {what}' }, locale: 'en', timeZone: 'UTC', now: NOW });
  expect(words.say('a', { who: '{what}' })).toBe('{what} and {what}');
});

it('spells a code that it has no word for', () => {
  expect(spelled('order_number')).toBe('Order number');
});
