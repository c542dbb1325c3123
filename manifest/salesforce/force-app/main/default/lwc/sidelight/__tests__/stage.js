/** Puts the component on a page, and finds its parts in all the templates that it is made of. */

import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import Sidelight from 'c/sidelight';
import { CASE, record } from './given';

export async function show(answer = { record: record() }) {
  const element = createElement('c-sidelight', { is: Sidelight });
  element.recordId = CASE;
  document.body.appendChild(element);
  if (answer.mails !== undefined) {
    getRelatedListRecords.emit({ records: answer.mails });
  }
  if (answer.record !== undefined) {
    getRecord.emit(answer.record);
  }
  if (answer.error !== undefined) {
    getRecord.error(...answer.error);
  }
  await settle();
  return element;
}

/** Until everything that was promised is kept and drawn. */
export async function settle() {
  for (let turn = 0; turn < 20; turn += 1) {
    // eslint-disable-next-line no-await-in-loop
    await Promise.resolve();
  }
}

export function findAll(element, selector) {
  const root = element.shadowRoot;
  const inner = [...root.querySelectorAll('*')].filter((one) => one.shadowRoot);
  return [...root.querySelectorAll(selector), ...inner.flatMap((one) => findAll(one, selector))];
}

export const find = (element, selector) => findAll(element, selector)[0] ?? null;
export const part = (element, name) => find(element, `[data-part="${name}"]`);
export const text = (found) => found?.textContent.replace(/\s+/g, ' ').trim();
export const stateOf = (element) => find(element, '[data-sidelight]').dataset.state;

export async function press(element, selector) {
  find(element, selector).click();
  await settle();
}

export const kinds = (element) => findAll(element, '[data-flag]').map((one) => one.dataset.flag);
export const said = (element) => text(part(element, 'said'));
