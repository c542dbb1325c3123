import { fullId, readMails, spokenHere } from '../reading';
import { mail } from './given';

it.each([
  ['0055g00000AbCdE', '0055g00000AbCdEAAV'],
  ['001A0000006Vm9r', '001A0000006Vm9rIAC'],
  ['000000000000000', '000000000000000AAA'],
  ['5005g000000000CAAQ', '5005g000000000CAAQ'],
  ['', '']
])('gives an id its full form', (short, full) => {
  expect(fullId(short)).toBe(full);
});

it.each([
  ['en-US', 'en-GB', 'en-GB'],
  ['es', 'es-MX', 'es-MX'],
  ['de', 'en_US', 'de-US'],
  ['pt-BR', 'pt', 'pt-BR'],
  ['no such', 'en-GB', 'no such']
])('speaks the language of the labels in the region of the reader', (lang, locale, spoken) => {
  expect(spokenHere(lang, locale)).toBe(spoken);
});

it('knows no time of the customer where no mail came in', () => {
  expect(readMails([])).toBeNull();
  expect(readMails([mail(false, '2026-11-19T11:00:00.000Z'), mail(true, null), { fields: {} }])).toBeNull();
});
