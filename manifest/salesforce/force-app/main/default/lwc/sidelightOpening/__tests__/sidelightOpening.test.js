import { createElement } from 'lwc';
import SidelightOpening from 'c/sidelightOpening';

const TEXTS = { opening: 'You could begin with', copy: 'Copy', copied: 'Copied', copy_failed: 'Not copied' };
const TEXT = 'I see that you told us <b>everything</b>.';

function show() {
  const element = createElement('c-sidelight-opening', { is: SidelightOpening });
  Object.assign(element, { text: TEXT, texts: TEXTS });
  document.body.appendChild(element);
  const said = [];
  element.addEventListener('said', ({ detail }) => said.push(detail));
  return { element, said };
}

async function copy({ element }) {
  element.shadowRoot.querySelector('[data-act="copy"]').dispatchEvent(new CustomEvent('click'));
  for (let turn = 0; turn < 5; turn += 1) {
    // eslint-disable-next-line no-await-in-loop
    await Promise.resolve();
  }
}

beforeEach(() => {
  document.execCommand = jest.fn().mockReturnValue(true);
  navigator.clipboard = { writeText: jest.fn().mockResolvedValue(undefined) };
});

afterEach(() => document.body.replaceChildren());

it('copies the sentence as it stands, and says so', async () => {
  const shown = show();
  await copy(shown);
  expect(navigator.clipboard.writeText.mock.calls).toEqual([[TEXT]]);
  expect(document.execCommand).not.toHaveBeenCalled();
  expect(shown.said).toEqual(['Copied']);
});

it('copies in the older way where the clipboard is closed to it', async () => {
  navigator.clipboard.writeText.mockRejectedValue(new Error('NotAllowedError'));
  const shown = show();
  await copy(shown);
  expect(document.execCommand.mock.calls).toEqual([['copy']]);
  expect(shown.said).toEqual(['Copied']);
});

it.each([
  ['refuses', () => { document.execCommand = jest.fn().mockReturnValue(false); }],
  ['throws', () => { document.execCommand = jest.fn(() => { throw new Error('no'); }); }]
])('says that it did not, where the older way %s too', async (_, spoil) => {
  navigator.clipboard = undefined;
  spoil();
  const shown = show();
  await copy(shown);
  expect(shown.said).toEqual(['Not copied']);
});
