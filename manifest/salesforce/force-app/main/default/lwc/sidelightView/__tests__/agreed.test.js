/** The field's text means the same to the sidebars as to the sync: one table of cases for both. */

import { readFileSync } from 'fs';
import { resolve } from 'path';
import { readFeedback, standing } from '../feedback';

const CASES = JSON.parse(readFileSync(resolve(__dirname, '../../../../../../../../tests/feedback_cases.json'), 'utf8'));
const UNTIL = 1764447400 + 86400;

it.each(CASES)('reads %j', ({ text, read, wrong }) => {
  const found = readFeedback(text, UNTIL).map(({ user, kind, sign, reason, at }) => [user, kind, sign, reason, at]);
  expect(found.sort()).toEqual(read);
  const standingWrong = [...standing(readFeedback(text, UNTIL)).values()].filter((entry) => entry.sign === '-');
  expect(standingWrong.map((entry) => entry.kind).sort()).toEqual(wrong);
});
