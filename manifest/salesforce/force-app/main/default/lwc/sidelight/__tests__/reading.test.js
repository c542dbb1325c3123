import { fullId, readMails } from '../reading';
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

it('knows no time of the customer where no mail came in', () => {
  expect(readMails([])).toBeNull();
  expect(readMails([mail(false, '2026-11-19T11:00:00.000Z'), mail(true, null), { fields: {} }])).toBeNull();
});
