import { getRecord, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import { CASE, NOW, OTHER_CASE, record, wordsOf } from './given';
import { find, findAll, press, said, settle, show } from './stage';

jest.mock('c/sidelightWords', () => ({ texts: () => jest.requireActual('./given').wordsOf('en') }));
jest.mock('@salesforce/user/Id', () => ({ default: '0055g00000AbCdE' }), { virtual: true });

const WORDS = wordsOf('en');
const ME = '0055g00000AbCdEAAV';
const THEIRS = '0055g00000ZzZzZEAV left_waiting+@1764447300';
const SECOND = NOW / 1000;

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  Element.prototype.getClientRects = () => [{}];
  updateRecord.mockReset().mockResolvedValue({});
  notifyRecordUpdateAvailable.mockReset().mockResolvedValue(undefined);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

const written = () => updateRecord.mock.calls.map(([{ fields }]) => fields);

describe('where another case is opened while a verdict is on its way', () => {
  let go;

  async function leave(before = {}) {
    notifyRecordUpdateAvailable.mockReturnValueOnce(new Promise((resolve) => { go = resolve; }));
    const element = await show({ record: record(before) });
    await press(element, '[data-act="open"]');
    await press(element, '[data-act="right"]');
    element.recordId = OTHER_CASE;
    await settle();
    getRecord.emit({ ...record({ feedback: '0055g00000ZzZzZEAV rushed-@1764447300' }), id: OTHER_CASE }, (asked) => asked.recordId === OTHER_CASE);
    await settle();
    return element;
  }

  async function goOn() {
    go();
    await settle();
  }

  it('is written to the case that it was said of, on what was known there', async () => {
    const element = await leave({ feedback: THEIRS });
    await goOn();
    expect(written()).toEqual([{ Id: CASE, Sidelight_Feedback__c: `${THEIRS};${ME} asked_again+@${SECOND}` }]);
    expect(said(element)).toBe('');
    expect(find(element, '[data-dismissed="rushed"]')).not.toBeNull();
  });

  it('is written on what others have written there since', async () => {
    await leave();
    notifyRecordUpdateAvailable.mockImplementation(async () => {
      getRecord.emit(record({ feedback: THEIRS }), (asked) => asked.recordId === CASE);
    });
    await goOn();
    expect(written()[0].Sidelight_Feedback__c).toBe(`${THEIRS};${ME} asked_again+@${SECOND}`);
  });

  it('says which one failed', async () => {
    updateRecord.mockRejectedValue({ status: 403, body: { message: 'no' } });
    const element = await leave();
    await goOn();
    expect(said(element)).toBe(`Asked again: ${WORDS.judge_failed}`);
  });

  it('is drawn again where the agent comes back meanwhile', async () => {
    const element = await leave();
    element.recordId = CASE;
    await settle();
    getRecord.emit(record(), (asked) => asked.recordId === CASE);
    await settle();
    await press(element, '[data-act="open"]');
    expect(find(element, '[data-act="right"]').getAttribute('aria-pressed')).toBe('true');
    await goOn();
    expect(written()).toHaveLength(1);
    expect(said(element)).toBe(WORDS.noted);
  });

  it('knows the verdict before it on the same case', async () => {
    notifyRecordUpdateAvailable.mockReturnValueOnce(new Promise((resolve) => { go = resolve; }));
    const element = await show();
    findAll(element, '[data-act="open"]').slice(0, 2).forEach((toggle) => toggle.click());
    await settle();
    findAll(element, '[data-act="right"]').forEach((button) => button.click());
    await settle();
    element.recordId = OTHER_CASE;
    await goOn();
    expect(written()).toEqual([
      { Id: CASE, Sidelight_Feedback__c: `${ME} asked_again+@${SECOND}` },
      { Id: CASE, Sidelight_Feedback__c: `${ME} asked_again+@${SECOND} repeat_contact+@${SECOND}` }
    ]);
  });
});

describe('where the case was changed while the verdict was on its way', () => {
  const READ = '2026-11-18T10:00:00.000Z';
  const SINCE = '2026-11-19T11:59:59.000Z';
  const conditions = () => updateRecord.mock.calls.map(([, options]) => options?.ifUnmodifiedSince);

  async function judge(refusal) {
    updateRecord.mockRejectedValueOnce(refusal);
    const element = await show();
    await press(element, '[data-act="open"]');
    await press(element, '[data-act="right"]');
    return element;
  }

  it('is written once more, on what stands there then', async () => {
    let reads = 0;
    notifyRecordUpdateAvailable.mockImplementation(async () => {
      reads += 1;
      if (reads === 2) {
        getRecord.emit(record({ feedback: THEIRS, changed: SINCE }));
      }
    });
    const element = await judge({ status: 412, body: [{ errorCode: 'PRECONDITION_FAILED' }] });
    expect(conditions()).toEqual([READ, SINCE]);
    expect(written()[1].Sidelight_Feedback__c).toBe(`${THEIRS};${ME} asked_again+@${SECOND}`);
    expect(said(element)).toBe(WORDS.noted);
  });

  it('gives up after the second conflict, and says so', async () => {
    updateRecord.mockRejectedValue({ status: 412, body: {} });
    const element = await judge({ status: 412, body: {} });
    expect(updateRecord).toHaveBeenCalledTimes(2);
    expect(said(element)).toBe(WORDS.judge_failed);
  });

  it.each([
    ['refuses it though nothing was changed', { status: 412, body: {} }],
    ['does not understand it', { status: 400, body: [{ errorCode: 'INVALID_HEADER' }] }]
  ])('writes without the condition where Salesforce %s', async (_, refusal) => {
    const element = await judge(refusal);
    expect(conditions()).toEqual([READ, undefined]);
    expect(said(element)).toBe(WORDS.noted);
  });

  it('does not ask twice for what the case itself refuses', async () => {
    const element = await judge({ status: 400, body: { message: 'no', output: { errors: [{ message: 'no' }] } } });
    expect(updateRecord).toHaveBeenCalledTimes(1);
    expect(said(element)).toBe(WORDS.judge_failed);
  });

  it('sets no condition where the time of the last change may not be seen', async () => {
    const answer = record();
    delete answer.fields.LastModifiedDate;
    const element = await show({ record: answer });
    await press(element, '[data-act="open"]');
    await press(element, '[data-act="right"]');
    expect(updateRecord.mock.calls).toEqual([[expect.anything()]]);
  });
});
