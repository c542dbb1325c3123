import { knownLocale, spelled, spokenHere, wording } from '../wording';
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
  ['en-GB', 'in 2 hours', 'in 3 days', 'in 1 minute'],
  ['es-ES', 'dentro de 2 horas', 'dentro de 3 días', 'dentro de 1 minuto'],
  ['de-DE', 'in 2 Stunden', 'in 3 Tagen', 'in 1 Minute'],
  ['fr-FR', 'dans 2 heures', 'dans 3 jours', 'dans 1 minute'],
  ['pt-PT', 'dentro de 2 horas', 'dentro de 3 dias', 'dentro de 1 minuto'],
  ['it-IT', 'tra 2 ore', 'tra 3 giorni', 'tra 1 minuto']
])('says in %s how long there is left', (locale, hours, days, soon) => {
  const words = speak(locale);
  expect(words.left(NOW + 2 * HOUR)).toBe(hours);
  expect(words.left(NOW + 3 * DAY)).toBe(days);
  expect(words.left(NOW + 10)).toBe(soon);
});

it.each([
  ['en-GB', '5 hours late', '7 days late', '1 day late'],
  ['es-ES', '5 horas de retraso', '7 días de retraso', '1 día de retraso'],
  ['de-DE', '5 Stunden überfällig', '7 Tage überfällig', '1 Tag überfällig'],
  ['fr-FR', '5 heures de retard', '7 jours de retard', '1 jour de retard'],
  ['pt-PT', '5 horas de atraso', '7 dias de atraso', '1 dia de atraso'],
  ['it-IT', '5 ore di ritardo', '7 giorni di ritardo', '1 giorno di ritardo']
])('says in %s how late it is, never that it was so long ago, which could have been kept', (locale, hours, days, day) => {
  const words = speak(locale);
  expect(words.late(NOW - 5 * HOUR).replace(/\s/g, ' ')).toBe(hours);
  expect(words.late(NOW - 7 * DAY).replace(/\s/g, ' ')).toBe(days);
  expect(words.late(NOW - 37 * HOUR).replace(/\s/g, ' ')).toBe(day);
});

it('goes from minutes to hours after an hour and a half, and to days after a day', () => {
  const words = speak('en-GB');
  expect(words.left(NOW + 90 * MINUTE - 1)).toBe('in 89 minutes');
  expect(words.left(NOW + 90 * MINUTE)).toBe('in 1 hour');
  expect(words.left(NOW + DAY - 1)).toBe('in 23 hours');
  expect(words.left(NOW + DAY)).toBe('in 1 day');
  expect(words.late(NOW - 89 * MINUTE)).toBe('89 minutes late');
  expect(words.late(NOW - 10)).toBe('1 minute late');
});

it.each([
  ['UTC', '2026-11-24T23:59:59Z'],
  ['Europe/London in summer', '2026-11-24T22:59:59Z'],
  ['Asia/Kolkata', '2026-11-24T18:29:59Z'],
  ['Asia/Kathmandu', '2026-11-24T18:14:59Z'],
  ['Pacific/Auckland', '2026-11-24T10:59:59Z'],
  ['America/New_York', '2026-11-25T04:59:59Z'],
  ['America/St_Johns', '2026-11-25T03:29:59Z'],
  ['Pacific/Honolulu', '2026-11-25T09:59:59Z']
])('names the whole day that was promised in %s as the customer has it, wherever the agent is', (_, due) => {
  for (const timeZone of ['Asia/Kolkata', 'America/Los_Angeles', 'Pacific/Auckland', 'Europe/London']) {
    expect(speak('en-GB', { timeZone }).due(Date.parse(due))).toBe('24 Nov');
  }
});

it('names an hour that was promised in the reader’s zone', () => {
  expect(speak('en-GB', { timeZone: 'Asia/Kolkata' }).due(Date.parse('2026-11-24T20:00:00Z'))).toBe('25 Nov, 01:30');
  // within two hours of 22:41:59: an hour, though a second before a minute
  expect(speak('en-GB', { timeZone: 'UTC' }).due(Date.parse('2026-11-24T00:41:59Z'))).toBe('24 Nov, 00:41');
});

it.each([
  ['en', 'en-US', '15:30', 'Nov 19, 3:30 PM'],
  ['en', 'en-GB', '15:30', '19 Nov, 15:30'],
  ['de', 'de-DE', '15:30', '19. Nov., 15:30']
])('writes the time as one does in %s of %s', (language, locale, hour, written) => {
  const words = wording({ texts: wordsOf(language), locale, timeZone: 'UTC', now: NOW });
  expect(words.moment(Date.parse(`2026-11-19T${hour}:00Z`)).replace(/\s/g, ' ')).toBe(written);
});

it.each([
  ['en', 'en-GB', 'en-GB'],
  ['es', 'es_MX', 'es-MX'],
  ['de', 'en_US', 'de-US'],
  ['en', 'he-IL', 'en-IL'],
  ['en', 'ja', 'en-GB'],
  ['it', 'ja', 'it'],
  ['pt', 'pt-BR', 'pt-BR'],
  [undefined, 'fr-CA', 'fr-CA'],
  ['en', 'no such', 'en']
])('where the words are in %s and the reader’s locale is %s, it speaks %s', (language, locale, spoken) => {
  expect(spokenHere(language, locale)).toBe(spoken);
});

it('mixes no language into the words of another', () => {
  const words = wording({ texts: wordsOf('en'), locale: 'he-IL', timeZone: 'UTC', now: NOW });
  expect(words.late(NOW - 7 * DAY)).toBe('7 days late');
  expect(words.left(NOW + 7 * DAY)).toBe('in 7 days');
  const read = wording({ texts: wordsOf('en'), locale: 'ja', timeZone: 'UTC', now: NOW });
  expect(read.count('effort.waits', 1)).toBe('1 long wait');
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
