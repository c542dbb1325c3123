/** lightning/uiRecordApi, as far as the sidebar uses it. */

import { adapterOf } from './adapter.js';
import { ask } from './ask.js';

export const getRecord = adapterOf({
  isWhole: ({ recordId }) => recordId !== undefined,
  call: ({ recordId, optionalFields }) =>
    ask('GET', `/records/${recordId}`, { query: { optionalFields: optionalFields.join(',') } })
});

/** Resolves when everything on the page that shows one of these records has been told its newest state. */
export async function notifyRecordUpdateAvailable(changed) {
  const ids = changed.map((one) => one.recordId);
  await Promise.all([...getRecord.live].filter((one) => ids.includes(one.config?.recordId)).map((one) => one.ask()));
}

/** Takes `ifUnmodifiedSince` as a record gives its LastModifiedDate; the API wants it in a header, as HTTP writes dates. */
export async function updateRecord({ fields: { Id, ...fields } }, { ifUnmodifiedSince } = {}) {
  const headers = ifUnmodifiedSince === undefined ? {} : { 'If-Modified-Since': new Date(ifUnmodifiedSince).toUTCString() };
  const record = await ask('PATCH', `/records/${Id}`, { body: { fields }, headers });
  await notifyRecordUpdateAvailable([{ recordId: Id }]);
  return record;
}
