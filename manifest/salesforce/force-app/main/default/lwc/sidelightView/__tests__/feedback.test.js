import { MOST, readFeedback, standing, writeFeedback } from '../feedback';

const verdict = (user, kind, sign, at, reason = null) => ({ user, kind, sign, reason, at });

it('reads what it writes', () => {
  const text = '8801 asked_again-m@1764447300 rushed+@1764447310;8802 asked_again=@1764447400';
  expect(readFeedback(text)).toEqual([
    verdict('8801', 'asked_again', '-', 1764447300, 'm'),
    verdict('8801', 'rushed', '+', 1764447310),
    verdict('8802', 'asked_again', '=', 1764447400)
  ]);
});

it.each([null, undefined, 7, '', ';;', 'hello there', '8801 <b>-@1764447300', '88/01 rushed-@1764447300', '8801 rushed-mm@1764447300', `8801 ${'x'.repeat(9000)}`])(
  'leaves out what it cannot read: %p',
  (text) => {
    expect(readFeedback(text)).toEqual([]);
  }
);

it('lets the latest verdict stand, over all agents, and none where that one was taken back', () => {
  const said = [verdict('1', 'rushed', '-', 10), verdict('2', 'rushed', '+', 20), verdict('1', 'asked_again', '-', 10)];
  expect([...standing(said).keys()]).toEqual(['rushed', 'asked_again']);
  expect(standing(said).get('rushed').user).toBe('2');
  expect([...standing([...said, verdict('1', 'asked_again', '=', 30)]).keys()]).toEqual(['rushed']);
});

it('replaces the same agent’s verdict on the same flag, and keeps every other', () => {
  const text = writeFeedback('1 rushed-o@1764447310;2 rushed+@1764447320', verdict('1', 'rushed', '=', 1764447330), ['rushed']);
  expect(text).toBe('2 rushed+@1764447320;1 rushed=@1764447330');
});

it('makes room by what the next sync has surely read, the oldest first, and never by what is shown', () => {
  const long = ['a', 'b', 'c', 'd', 'e', 'f'].map((one, n) => `0055g00000ZzZz${n}EAV ${one.repeat(10)}-@176444730${n}`).join(';');
  expect(long.length).toBeLessThanOrEqual(MOST);
  const entry = verdict('0055g00000AbCdEAAV', 'rushed', '-', 1764447400, 'm');
  const kept = readFeedback(writeFeedback(long, entry, ['a'.repeat(10), 'rushed']));
  expect(kept.map((one) => one.kind[0])).toEqual(['a', 'c', 'd', 'e', 'f', 'r']);
});

it('gives nothing where all that stands there is shown and there is no room', () => {
  const kinds = ['a', 'b', 'c', 'd', 'e', 'f'].map((one) => one.repeat(10));
  const full = kinds.map((kind, n) => `0055g00000ZzZz${n}EAV ${kind}-@176444730${n}`).join(';');
  expect(full.length).toBeLessThanOrEqual(MOST);
  expect(writeFeedback(full, verdict('0055g00000AbCdEAAV', 'rushed', '-', 1764447400), [...kinds, 'rushed'])).toBeNull();
});

it('is later than what another agent said whose clock is ahead', () => {
  const text = writeFeedback('2 rushed-@1764447360', verdict('1', 'rushed', '+', 1764447300), ['rushed']);
  expect(standing(readFeedback(text)).get('rushed')).toEqual(verdict('1', 'rushed', '+', 1764447361));
});

it.each(['1 rushed-@1577836799', '1 rushed-@1764447401'])('takes nobody at a word that nobody can have said by then: %s', (text) => {
  expect(readFeedback(text, 1764447400)).toEqual([]);
});
