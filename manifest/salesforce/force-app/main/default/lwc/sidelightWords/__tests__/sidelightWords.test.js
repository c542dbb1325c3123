import { texts } from 'c/sidelightWords';
import { wordsOf } from '../../sidelight/__tests__/given';

it('knows every word of the sidebar but those of what only Zendesk can do', () => {
  const wanted = Object.keys(wordsOf('en')).filter((key) => !key.startsWith('insert') && key !== 'show_parts');
  expect(Object.keys(texts()).sort()).toEqual(wanted.sort());
});

it('takes each from the label of its name', () => {
  expect(texts()['effort.re_asks.one']).toBe('c.Sidelight_effort_re_asks_one');
});
