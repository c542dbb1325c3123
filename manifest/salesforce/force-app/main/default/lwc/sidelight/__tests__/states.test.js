import { getRecord } from 'lightning/uiRecordApi';
import { CASE, NOW, OTHER_CASE, annotation, flag, mail, record, wordsOf } from './given';
import { find, findAll, kinds, part, settle, show, stateOf, text } from './stage';

jest.mock('c/sidelightWords', () => ({ texts: () => jest.requireActual('./given').wordsOf('en') }));

const WORDS = wordsOf('en');
const FIELDS = ['Sidelight_Annotation__c', 'Sidelight_Feedback__c', 'IsClosed', 'CreatedDate', 'LastModifiedDate'];

const ticketIn = (element, place) => text(find(element, `${place} c-sidelight-ticket`)?.shadowRoot.querySelector('[data-part="ticket"]'));

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  Element.prototype.getClientRects = () => [{}];
  Element.prototype.scrollIntoView = () => {};
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('says that it is reading until Salesforce has answered', async () => {
  const element = await show({});
  expect(stateOf(element)).toBe('loading');
  expect(find(element, '[data-sidelight]').getAttribute('aria-busy')).toBe('true');
  expect(text(part(element, 'says'))).toBe(WORDS.loading);
});

it('asks for no more of the case than it shows, and for nothing that could refuse the rest', async () => {
  const asked = jest.spyOn(getRecord.adapter.prototype, 'update');
  await show();
  const whole = asked.mock.calls.map(([config]) => config).filter(({ recordId }) => recordId !== undefined);
  expect(whole).toEqual([{ recordId: CASE, optionalFields: FIELDS.map((name) => `Case.${name}`) }]);
});

const withoutField = record();
delete withoutField.fields.Sidelight_Annotation__c;

it.each([
  ['quiet', { record: record({ annotation: null }) }, false],
  ['quiet', { record: record({ annotation: '', changed: '2026-11-19T11:58:00.000Z' }) }, false],
  ['waiting', { record: record({ annotation: '', created: '2026-11-19T11:58:00.000Z' }) }, true],
  ['waiting', { record: record({ annotation: '' }), mails: [mail(true, '2026-11-19T11:58:00.000Z')] }, true],
  ['missing', { record: withoutField }, false],
  ['newer', { record: record({ annotation: '{"v":"sidelight/2"}' }) }, false],
  ['broken', { record: record({ annotation: '{"v":' }) }, false],
  ['denied', { error: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }, 403, 'Forbidden'] }, false],
  ['denied', { error: [[{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }], 400, 'Bad Request'] }, false],
  ['gone', { error: [{ errorCode: 'NOT_FOUND', message: 'no' }, 404, 'Not Found'] }, false],
  ['gone', { error: [[{ errorCode: 'NOT_FOUND', message: 'no' }], 400, 'Bad Request'] }, false],
  ['gone', { error: [{ errorCode: 'ENTITY_IS_DELETED', message: 'no' }, 400, 'Bad Request'] }, false],
  ['failed', { error: [{ errorCode: 'SERVER_ERROR', message: 'no' }, 500, 'Server Error'] }, true]
])('where it is %s, says so in one line and nothing else', async (state, answer, again) => {
  const element = await show(answer);
  expect(stateOf(element)).toBe(state);
  expect(text(part(element, 'says'))).toBe(WORDS[state]);
  expect(find(element, '[data-act="again"]') !== null).toBe(again);
  expect(find(element, '[data-sidelight]').getAttribute('aria-busy')).toBe('false');
  for (const name of ['headline', 'opening', 'flags', 'told', 'promises', 'effort', 'history', 'known', 'notice']) {
    expect(part(element, name)).toBeNull();
  }
});

it('shows everything in its order', async () => {
  const element = await show({ record: record({ feedback: '0055g00000AbCdEAAV rushed-@1764447300' }) });
  expect(stateOf(element)).toBe('ready');
  expect(part(element, 'says')).toBeNull();
  const shown = [...find(element, '[data-sidelight]').children].map((one) => (one.matches('c-sidelight-opening') ? 'opening' : one.dataset.part));
  expect(shown.filter(Boolean)).toEqual(
    ['headline', 'summary', 'opening', 'flags', 'dismissed', 'told', 'promises', 'effort', 'history', 'known', 'said']
  );
  expect(find(element, '[data-key="mood"]').dataset.level).toBe('2');
  expect(text(part(element, 'opening-text'))).toBe('I see that you gave us the order number.');
  expect(text(part(element, 'effort'))).toContain('45 of 100');
  expect(text(part(element, 'effort'))).toContain('Came back 2 times');
  expect(text(part(element, 'history'))).toMatch(/Who looks after it\?.*Solved.*Six minibars.*Open/);
  expect(ticketIn(element, '[data-part="known"]')).toMatch(/^Problem Zendesk #1110/);
});

it('lets three things at most ask for attention, and folds what is beyond the third flag', async () => {
  const element = await show({ record: record({ annotation: annotation({ flags: [...annotation().flags, flag('rushed', 'high')] }) }) });
  expect(kinds(element)).toEqual(['asked_again', 'repeat_contact', 'left_waiting']);
  const more = find(element, '[data-act="all-flags"]');
  expect([text(more), more.getAttribute('aria-expanded')]).toEqual(['Show all 6', 'false']);
  more.click();
  await settle();
  expect(kinds(element)).toHaveLength(6);
  expect([text(more), more.getAttribute('aria-expanded')]).toEqual(['Show fewer', 'true']);
  expect(findAll(element, '[data-loud="yes"], .loud')).toHaveLength(3);
  more.click();
  await settle();
  expect(kinds(element)).toHaveLength(3);
});

it('puts the headline’s first part before the others, and changes none of its words', async () => {
  const headline = 'Asked again · Waited 3 days · Third contact';
  const element = await show({ record: record({ annotation: annotation({ headline }) }) });
  expect(part(element, 'headline').textContent).toBe(headline);
  expect([...part(element, 'headline').children].map((one) => [one.className, text(one)])).toEqual([
    ['first', 'Asked again'],
    ['also', '· Waited 3 days'],
    ['also', '· Third contact']
  ]);
});

it('colours what is left of a promise only where it asks for attention', async () => {
  const one = await show({ record: record({ annotation: annotation({ flags: [] }) }) });
  expect(findAll(one, '[data-promise] .left').map((left) => left.className)).toEqual(['left loud', 'left']);
  const flags = [flag('promise_overdue', 'high')];
  const told = await show({ record: record({ annotation: annotation({ flags }) }) });
  expect(findAll(told, '[data-promise] .left').map((left) => left.className)).toEqual(['left', 'left']);
});

it('says how often they came where it is more than once and no flag says it, and the mood where there is one', async () => {
  const chips = async (more) => {
    const element = await show({ record: record({ annotation: annotation(more) }) });
    return findAll(element, '[data-key]').filter((one) => one.matches('li')).map(text);
  };
  const flags = [flag('left_waiting', 'low')];
  expect(await chips({ flags, contacts: 3, frustration: 0 })).toEqual(['3 contacts about this']);
  expect(await chips({ flags, contacts: 1, frustration: 1 })).toEqual(['Uneasy']);
  expect(await chips({ flags: [...flags, flag('repeat_contact', 'low')], contacts: 3, frustration: 2 })).toEqual(['Frustrated']);
  expect(await chips({ flags, contacts: null, frustration: null })).toEqual([]);
});

it('leaves to the details what the headline says word for word', async () => {
  const flags = [
    flag('left_waiting', 'high', ['near'], { lived: 'Waited 3 days.' }),
    flag('rushed', 'high', ['near'], { lived: 'Third contact, and rushed.' })
  ];
  const headline = 'Waited 3 days · Third contact';
  const element = await show({ record: record({ annotation: annotation({ headline, flags }) }) });
  expect(findAll(element, '[data-flag]').map(text)).toEqual(['Left waiting (important)', 'Rushed (important)Third contact, and rushed.']);
  findAll(element, '[data-act="open"]').forEach((one) => one.click());
  await settle();
  expect(findAll(element, '.lived').map(text)).toEqual(['Waited 3 days.', 'Third contact, and rushed.']);
  const judged = record({ annotation: annotation({ headline, flags }), feedback: '0055g00000AbCdEAAV rushed-@1764447300' });
  const without = await show({ record: judged });
  expect(findAll(without, '[data-flag]').map(text)).toEqual(['Left waiting (important)Waited 3 days.']);
});

it('on an annotation with nothing in it, says that there is nothing', async () => {
  const own = { ticket: `salesforce:acme/${CASE}`, at: '2026-11-17T08:45:00Z', status: 'open', channel: 'web' };
  const bare = { v: 'sidelight/1', ticket: own.ticket, headline: null, flags: [], contacts: 1, frustration: 0, effort: { total: 0, parts: [] }, history: [own] };
  const element = await show({ record: record({ annotation: bare }) });
  expect([stateOf(element), text(part(element, 'says'))]).toEqual(['quiet', WORDS.quiet]);
  const stale = await show({ record: record({ annotation: { ...bare, read_to: '2026-11-18T10:00:00Z' } }), mails: [mail(true, '2026-11-18T10:00:01.000Z')] });
  expect([stateOf(stale), text(part(stale, 'notice'))]).toEqual(['ready', expect.stringContaining(WORDS.stale)]);
});

it('names the problem that the flag names, and no other customer’s ticket', async () => {
  const known = (lived, ...evidence) => annotation({ flags: [flag('known_issue', 'low', ['own', ...evidence], { lived })] });
  const told = async (given) => ticketIn(await show({ record: record({ annotation: given }) }), '[data-part="known"]');
  expect(await told(known('At least 4 customers have the same, and nobody has said so.', 'near', 'far'))).toBeUndefined();
  expect(await told(known('At least 4 customers have the same (problem 00001013).', 'near', 'far'))).toBe('Problem 00001013');
  expect(await told(known('Belongs to the open problem 1111, and nobody has said so.', 'bare'))).toBe('Problem Zendesk 1111');
});

it('on a closed case asks for no attention, and for less where the customer has written since', async () => {
  const flags = ['asked_again', 'rushed', 'left_waiting'].map((kind) => flag(kind, 'high'));
  const loud = (element) => findAll(element, '[data-loud="yes"], .loud').length;
  expect(loud(await show({ record: record({ annotation: annotation({ flags }), closed: true }) }))).toBe(0);
  const read = record({ annotation: annotation({ flags, read_to: '2026-11-18T10:00:00Z' }) });
  expect(loud(await show({ record: read, mails: [mail(true, '2026-11-18T10:00:01.000Z')] }))).toBe(2);
});

it('opens a flag to its figure, advice and evidence, and closes it again', async () => {
  const element = await show();
  const toggle = find(element, '[data-act="open"]');
  expect(toggle.getAttribute('aria-expanded')).toBe('false');
  expect(text(find(element, '[data-flag]'))).toBe('Asked again (important)Lived through asked_again.');
  toggle.click();
  await settle();
  expect(toggle.getAttribute('aria-expanded')).toBe('true');
  const details = part(element, 'details');
  expect(text(details)).toContain('The figure');
  expect(text(details)).toContain('Say that you know.');
  expect(findAll(element, 'blockquote[data-part="quote"]').map(text)[0]).toBe('Words from the own ticket.');
  expect(details.querySelector('time').getAttribute('datetime')).toBe('2026-11-17T08:45:00.000Z');
  toggle.click();
  await settle();
  expect(part(element, 'details')).toBeNull();
});

it('folds what was told beyond the fifth, and shows no value that is hidden', async () => {
  const element = await show();
  expect(findAll(element, '[data-fact]')).toHaveLength(5);
  expect(text(findAll(element, '[data-fact]')[4])).toContain('given, hidden');
  find(element, '[data-act="all-told"]').click();
  await settle();
  expect(text(findAll(element, '[data-fact]')[5])).toMatch(/^A new fact ?value of a_new_fact/);
  expect(text(findAll(element, '[data-fact] dd')[0])).toBe('value of order_numberNov 3told to Warranty');
  expect(ticketIn(element, '[data-fact] dd')).toBe('00001013');
});

it('judges by the clock whether a promise is overdue, and keeps judging', async () => {
  const element = await show();
  const states = () => findAll(element, '[data-promise]').map((one) => one.dataset.state);
  expect(states()).toEqual(['overdue', 'open']);
  expect(text(findAll(element, '[data-promise]')[1])).toMatch(/^Call ?in 2 hours/);
  jest.advanceTimersByTime(2 * 3600000 + 60000);
  await settle();
  expect(states()).toEqual(['overdue', 'overdue']);
});

it('says that the customer has written since, by the newest incoming mail', async () => {
  const read = record({ annotation: annotation({ read_to: '2026-11-18T10:00:00Z' }) });
  const older = await show({ record: read, mails: [mail(false, '2026-11-19T11:00:00.000Z'), mail(true, '2026-11-18T09:00:00.000Z')] });
  expect(part(older, 'notice')).toBeNull();
  const newer = await show({ record: read, mails: [mail(true, '2026-11-18T09:00:00.000Z'), mail(true, '2026-11-18T10:00:01.000Z')] });
  expect(part(newer, 'notice').dataset.kind).toBe('stale');
  expect(text(part(newer, 'notice'))).toContain(WORDS.stale);
  expect(find(newer, '[data-act="again"]')).not.toBeNull();
});

it('on a closed case says so, and offers no first sentence', async () => {
  const element = await show({ record: record({ closed: true }) });
  expect(part(element, 'notice').dataset.kind).toBe('closed');
  expect(part(element, 'opening')).toBeNull();
  expect(find(element, '[data-act="again"]')).toBeNull();
});

it('shows hostile words as words, and no link that is not one', async () => {
  const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  const hostile = annotation({
    headline: evil,
    opening: evil,
    flags: [{ ...flag('asked_again', 'high', ['near', 'far']), lived: evil }, flag('asked_again', 'low')],
    told: [{ kind: 'note', value: evil }, 7, null],
    history: { length: 3 },
    effort: { total: 1e9, parts: 'x' }
  });
  hostile.flags[0].evidence.forEach((piece) => Object.assign(piece, { url: 'javascript:alert(1)' }));
  hostile.flags[0].evidence[0].quote = evil;
  const element = await show({ record: record({ annotation: hostile }) });
  find(element, '[data-act="open"]').click();
  await settle();
  expect(kinds(element)).toEqual(['asked_again']);
  expect(text(part(element, 'headline'))).toBe(evil);
  expect(text(part(element, 'quote'))).toBe(evil);
  expect(findAll(element, 'img, script')).toEqual([]);
  expect(findAll(element, '[data-part="ticket"]')).toHaveLength(2);
  expect(findAll(element, 'a').map((one) => one.getAttribute('href'))).toEqual([`/lightning/r/Case/${OTHER_CASE}/view`]);
  expect(part(element, 'history')).toBeNull();
  expect(part(element, 'effort')).toBeNull();
});
