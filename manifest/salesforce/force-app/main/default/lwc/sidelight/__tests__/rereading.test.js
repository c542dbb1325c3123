import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { CASE, NOW, annotation, mail, record } from './given';
import { part, press, settle, show, stateOf } from './stage';

jest.mock('c/sidelightWords', () => ({ texts: () => jest.requireActual('./given').wordsOf('en') }));

let seen = 'visible';
let shown = [{}];
Object.defineProperty(document, 'visibilityState', { get: () => seen });

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  seen = 'visible';
  shown = [{}];
  Element.prototype.getClientRects = () => shown;
  notifyRecordUpdateAvailable.mockReset().mockResolvedValue(undefined);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

const WAITING = { record: record({ annotation: '', created: '2026-11-19T11:59:30.000Z' }) };
const reads = () => notifyRecordUpdateAvailable.mock.calls.length;

async function pass(seconds) {
  jest.advanceTimersByTime(seconds * 1000);
  await settle();
}

it('reads a case again each minute', async () => {
  await show();
  await pass(59);
  expect(reads()).toBe(0);
  await pass(1);
  expect(notifyRecordUpdateAvailable.mock.calls).toEqual([[[{ recordId: CASE }]]]);
  await pass(240);
  expect(reads()).toBe(5);
});

it('looks sooner where an answer is soon to be expected, and no more than that', async () => {
  await show(WAITING);
  await pass(15);
  expect(reads()).toBe(1);
  await pass(30);
  expect(reads()).toBe(2);
  await pass(15);
  expect(reads()).toBe(3);
  await pass(59);
  expect(reads()).toBe(3);
});

it('no longer looks sooner once the answer is there', async () => {
  await show(WAITING);
  await pass(15);
  getRecord.emit(record());
  await pass(44);
  expect(reads()).toBe(1);
});

it.each([
  ['page is hidden', () => { seen = 'hidden'; }],
  ['card lies on a tab behind another', () => { shown = []; }]
])('asks nothing while the %s', async (_, hide) => {
  await show(WAITING);
  hide();
  await pass(600);
  expect(reads()).toBe(0);
});

it('reads at once when the page is seen again', async () => {
  await show();
  document.dispatchEvent(new CustomEvent('visibilitychange'));
  await settle();
  expect(reads()).toBe(1);
});

it('asks nothing once it has gone from the page', async () => {
  const element = await show(WAITING);
  element.remove();
  document.dispatchEvent(new CustomEvent('visibilitychange'));
  await pass(600);
  expect(reads()).toBe(0);
});

it('asks anew where the first look failed, as there is no copy to refresh, and shows what then comes', async () => {
  const element = await show({ error: [{ errorCode: 'SERVER_ERROR' }, 500, 'Server Error'] });
  const asked = jest.spyOn(getRecord.adapter.prototype, 'update');
  await press(element, '[data-act="again"]');
  expect(reads()).toBe(0);
  expect(asked.mock.calls.map(([config]) => config.recordId)).toEqual([undefined, CASE]);
  getRecord.emit(record());
  await settle();
  expect(stateOf(element)).toBe('ready');
});

it('asks for the mails anew with the case', async () => {
  await show();
  const asked = jest.spyOn(getRelatedListRecords.adapter.prototype, 'update');
  await pass(60);
  expect(asked.mock.calls.map(([config]) => config.parentRecordId)).toEqual([undefined, CASE]);
});

it('keeps what it shows where a later look fails, not where the right to read is gone', async () => {
  const element = await show();
  getRecord.error({ errorCode: 'SERVER_ERROR' }, 500, 'Server Error');
  await settle();
  expect(stateOf(element)).toBe('ready');
  getRecord.error({ errorCode: 'INSUFFICIENT_ACCESS' }, 403, 'Forbidden');
  await settle();
  expect(stateOf(element)).toBe('denied');
});

it('goes on without the list of mails where an org has none', async () => {
  const element = await show({ record: record({ annotation: annotation({ read_to: '2026-11-18T10:00:00Z' }) }) });
  getRelatedListRecords.error({ errorCode: 'INVALID_TYPE' }, 400, 'Bad Request');
  await settle();
  expect(stateOf(element)).toBe('ready');
  getRelatedListRecords.emit({ records: [mail(true, '2026-11-19T11:00:00.000Z')] });
  await settle();
  expect(part(element, 'notice').dataset.kind).toBe('stale');
});
