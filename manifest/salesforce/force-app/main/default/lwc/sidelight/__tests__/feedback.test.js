import { getRecord, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import { CASE, NOW, annotation, record, wordsOf } from './given';
import { find, findAll, kinds, part, press, said, settle, show, text } from './stage';

jest.mock('c/sidelightWords', () => ({ texts: () => jest.requireActual('./given').wordsOf('en') }));
jest.mock('@salesforce/user/Id', () => ({ default: '0055g00000AbCdE' }), { virtual: true });

const WORDS = wordsOf('en');
const ME = '0055g00000AbCdEAAV';
const SECOND = NOW / 1000;

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  Element.prototype.getClientRects = () => [{}];
  Element.prototype.scrollIntoView = () => {};
  updateRecord.mockReset().mockResolvedValue({});
  notifyRecordUpdateAvailable.mockReset().mockResolvedValue(undefined);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

const written = () => updateRecord.mock.calls.map(([{ fields }]) => fields);

async function openFirst(element) {
  await press(element, '[data-act="open"]');
}

it('writes that a flag is right, by the id that no case of letters changes, and takes it back', async () => {
  const element = await show();
  await openFirst(element);
  expect(find(element, '[data-act="right"]').getAttribute('aria-pressed')).toBe('false');
  await press(element, '[data-act="right"]');
  expect(userId).toHaveLength(15);
  expect(written()).toEqual([{ Id: CASE, Sidelight_Feedback__c: `${ME} asked_again+@${SECOND}` }]);
  expect(find(element, '[data-act="right"]').getAttribute('aria-pressed')).toBe('true');
  expect(said(element)).toBe(WORDS.noted);
  await press(element, '[data-act="right"]');
  expect(written()[1].Sidelight_Feedback__c).toBe(`${ME} asked_again=@${SECOND + 1}`);
  expect(find(element, '[data-act="right"]').getAttribute('aria-pressed')).toBe('false');
});

it.each([
  ['m', '-m'],
  ['o', '-o'],
  ['d', '-d'],
  ['u', '-u'],
  ['', '-']
])('marks a flag wrong only when its reason %j is chosen, and the flag goes', async (reason, sign) => {
  const element = await show();
  await openFirst(element);
  await press(element, '[data-act="wrong"]');
  expect(written()).toEqual([]);
  expect(kinds(element)).toContain('asked_again');
  await press(element, `[data-reason="${reason}"]`);
  expect(written()).toEqual([{ Id: CASE, Sidelight_Feedback__c: `${ME} asked_again${sign}@${SECOND}` }]);
  expect(kinds(element)).not.toContain('asked_again');
  expect(text(find(element, '[data-dismissed="asked_again"]'))).toContain('Marked wrong: Asked again');
});

it('leaves all as it is where the agent thinks better of it', async () => {
  const element = await show();
  await openFirst(element);
  await press(element, '[data-act="wrong"]');
  expect(part(element, 'reasons')).not.toBeNull();
  await press(element, '[data-act="cancel"]');
  expect(part(element, 'reasons')).toBeNull();
  expect(written()).toEqual([]);
});

it('brings back what was marked wrong, also where another agent did', async () => {
  const element = await show({ record: record({ feedback: '0055g00000ZzZzZEAV asked_again-o@1764447300' }) });
  expect(kinds(element)).not.toContain('asked_again');
  await press(element, '[data-dismissed="asked_again"] [data-act="undo"]');
  expect(kinds(element)).toContain('asked_again');
  expect(written()[0].Sidelight_Feedback__c).toBe(
    `0055g00000ZzZzZEAV asked_again-o@1764447300;${ME} asked_again=@${SECOND}`
  );
  expect(part(element, 'dismissed')).toBeNull();
});

it('draws a verdict before Salesforce has taken it, and takes it back where Salesforce does not', async () => {
  let refuse;
  updateRecord.mockReturnValue(new Promise((_, reject) => { refuse = reject; }));
  const element = await show();
  await openFirst(element);
  await press(element, '[data-act="wrong"]');
  await press(element, '[data-reason="m"]');
  expect(kinds(element)).not.toContain('asked_again');
  expect(said(element)).toBe('');
  refuse({ status: 400, body: { message: 'no' } });
  await settle();
  expect(kinds(element)).toContain('asked_again');
  expect(said(element)).toBe(WORDS.judge_failed);
});

it('reads what others have written meanwhile before it writes', async () => {
  const element = await show();
  notifyRecordUpdateAvailable.mockImplementation(async () => {
    getRecord.emit(record({ feedback: '0055g00000ZzZzZEAV left_waiting+@1764447300' }));
  });
  await openFirst(element);
  await press(element, '[data-act="right"]');
  expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: CASE }]);
  expect(written()[0].Sidelight_Feedback__c).toBe(
    `0055g00000ZzZzZEAV left_waiting+@1764447300;${ME} asked_again+@${SECOND}`
  );
});

it('writes two verdicts one after the other, the second knowing the first', async () => {
  const element = await show();
  for (const toggle of findAll(element, '[data-act="open"]').slice(0, 2)) {
    toggle.click();
  }
  await settle();
  findAll(element, '[data-act="right"]').forEach((button) => button.click());
  await settle();
  expect(written().map((one) => one.Sidelight_Feedback__c)).toEqual([
    `${ME} asked_again+@${SECOND}`,
    `${ME} asked_again+@${SECOND} repeat_contact+@${SECOND}`
  ]);
});

it('says where the field is full, and writes nothing', async () => {
  const others = Array.from({ length: 7 }, (_, n) => `0055g00000ZzZz${n}EAV asked_again+@176444730${n}`).join(';');
  const element = await show({ record: record({ feedback: others }) });
  await openFirst(element);
  await press(element, '[data-act="right"]');
  expect(written()).toEqual([]);
  expect(said(element)).toBe(WORDS.judge_full);
});

it('offers no verdict where the field may not be seen', async () => {
  const answer = record();
  delete answer.fields.Sidelight_Feedback__c;
  const element = await show({ record: answer });
  await openFirst(element);
  expect(part(element, 'details')).not.toBeNull();
  expect(find(element, '[data-act="right"]')).toBeNull();
});

it('takes verdicts on a closed case, and says nothing against it', async () => {
  const feedback = '0055g00000ZzZzZEAV rushed-@1764447300';
  const element = await show({ record: record({ closed: true, feedback }) });
  expect(text(part(element, 'notice'))).toBe('Closed.');
  await openFirst(element);
  await press(element, '[data-act="right"]');
  await press(element, '[data-dismissed="rushed"] [data-act="undo"]');
  expect(written()).toHaveLength(2);
});

it('offers no first sentence once every flag is marked wrong', async () => {
  const element = await show({ record: record({ annotation: annotation({ flags: [annotation().flags[0]] }) }) });
  expect(part(element, 'opening')).not.toBeNull();
  await openFirst(element);
  await press(element, '[data-act="wrong"]');
  await press(element, '[data-reason=""]');
  expect(part(element, 'opening')).toBeNull();
});

it('takes the second press of a double click for none', async () => {
  const element = await show({ record: record({ feedback: '0055g00000ZzZzZEAV rushed-@1764447300' }) });
  const pressAgain = async (selector) => {
    find(element, selector).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 2 }));
    await settle();
  };
  await openFirst(element);
  await press(element, '[data-act="right"]');
  await pressAgain('[data-act="right"]');
  await pressAgain('[data-act="wrong"]');
  expect(part(element, 'reasons')).toBeNull();
  await press(element, '[data-act="wrong"]');
  await pressAgain('[data-reason]');
  expect(part(element, 'reasons')).not.toBeNull();
  await pressAgain('[data-act="undo"]');
  expect(written()).toHaveLength(1);
});

it('keeps the focus with the agent', async () => {
  const element = await show();
  const focused = () => {
    let found = document.activeElement;
    while (found?.shadowRoot?.activeElement) {
      found = found.shadowRoot.activeElement;
    }
    return found;
  };
  await openFirst(element);
  await press(element, '[data-act="wrong"]');
  expect(focused().dataset.reason).toBe('m');
  await press(element, '[data-act="cancel"]');
  expect(focused().dataset.act).toBe('wrong');
  await press(element, '[data-act="wrong"]');
  await press(element, '[data-reason="m"]');
  expect(focused().dataset.act).toBe('undo');
  await press(element, '[data-act="undo"]');
  expect(focused().dataset.act).toBe('open');
});
