import { readAnnotation } from '../annotation';
import { annotation, flag } from '../../sidelight/__tests__/given';

const read = (more) => readAnnotation(JSON.stringify(annotation(more)));

it.each([null, undefined, '', '  ', 7])('finds nothing in %p', (text) => {
  expect(readAnnotation(text)).toEqual({ state: 'none' });
});

it.each(['{', '[]', 'null', '"sidelight/1"', '{}', '{"v":1}', '{"v":"sidelight/x"}', `{"v":"sidelight/1"${' '.repeat(40000)}}`])(
  'refuses %.30p',
  (text) => {
    expect(readAnnotation(text)).toEqual({ state: 'broken' });
  }
);

it('refuses what is nested without end, and does not fall over it', () => {
  expect(readAnnotation('['.repeat(39000)).state).toBe('broken');
  expect(readAnnotation(`{"v":"sidelight/1","ticket":"a/1","headline":"x","flags":${'['.repeat(9000)}${']'.repeat(9000)}}`).state).toBe('ready');
});

it('knows a newer version by its number', () => {
  expect(readAnnotation('{"v":"sidelight/2","flags":7}')).toEqual({ state: 'newer' });
});

it('takes what Sidelight writes whole', () => {
  const { state, annotation: found } = read();
  expect(state).toBe('ready');
  expect(found.flags.map((one) => one.kind)).toEqual(['asked_again', 'repeat_contact', 'left_waiting', 'context_lost', 'known_issue']);
  expect([found.told.length, found.promises.length, found.history.length, found.effort.total]).toEqual([6, 2, 2, 45]);
  expect(found.readTo).toBeNull();
});

it('leaves out of a list what is wrong in it, and keeps the rest', () => {
  const wrong = [7, null, [], {}, { ...flag('rushed', 'loud') }, { ...flag('rushed', 'low'), evidence: [] }, { ...flag('Rushed!', 'low') }];
  const { annotation: found } = read({ flags: [...wrong, flag('left_waiting', 'low')], promises: 'x', history: {}, told: [{}] });
  expect(found.flags.map((one) => one.kind)).toEqual(['left_waiting']);
  expect([found.promises, found.history, found.told]).toEqual([[], [], []]);
});

it('takes of two flags, or two parts of the effort, of one name the first', () => {
  const parts = [{ part: 'waits', points: 1, count: 1 }, { part: 'waits', points: 2, count: 2 }];
  const { annotation: found } = read({ flags: [flag('rushed', 'high'), flag('rushed', 'low')], effort: { total: 3, parts } });
  expect(found.flags.map((one) => one.severity)).toEqual(['high']);
  expect(found.effort.parts).toEqual([{ part: 'waits', points: 1, count: 1 }]);
});

it('refuses an annotation of which no flag is left, and no headline', () => {
  expect(read({ headline: null, flags: [7] }).state).toBe('broken');
  expect(read({ headline: null, flags: [] }).state).toBe('ready');
  expect(read({ ticket: 'none' }).state).toBe('broken');
});

it.each(['javascript:alert(1)', 'data:text/html,x', '//acme.example', 'https://a.example/"onclick=', 'ftp://acme.zendesk.com', `https://acme.zendesk.com/${'x'.repeat(200)}`, 7,
  'http://acme.zendesk.com/agent/tickets/1', 'https://evil.example/login', 'https://evil.example/acme.zendesk.com/', 'https://evil.example#.zendesk.com/',
  'https://evil.example\\.zendesk.com/', 'https://acme.zendesk.com@evil.example/', 'https://evilzendesk.com/', 'https://acme.zendesk.com.evil.example/', 'https://acme.zendesk.com:8443/'])(
  'takes %p for no address',
  (url) => {
    const one = flag('rushed', 'low');
    one.evidence[0].url = url;
    expect(read({ flags: [one] }).annotation.flags[0].evidence[0].url).toBeNull();
  }
);

it.each([
  'https://acme.zendesk.com/agent/tickets/1110',
  'https://acme.my.salesforce.com/lightning/r/Case/5005g000000000DAAQ/view',
  'https://acme--dev.sandbox.my.salesforce.com/lightning/r/Case/5005g000000000DAAQ/view',
  'https://acme.lightning.force.com/lightning/r/Case/5005g000000000DAAQ/view'
])('takes %p for a page of a helpdesk', (url) => {
  const one = flag('rushed', 'low');
  one.evidence[0].url = url;
  expect(read({ flags: [one] }).annotation.flags[0].evidence[0].url).toBe(url);
});

it('cuts what is too long, and takes out what turns the direction of the words around it', () => {
  const { annotation: found } = read({ headline: `\u202eturned\u0007 ${'é'.repeat(300)}` });
  expect(found.headline.startsWith('turned  éé')).toBe(true);
  expect([...found.headline]).toHaveLength(255);
  expect(found.headline.endsWith('…')).toBe(true);
});
