/** lightning/uiRelatedListApi, as far as the sidebar uses it. */

import { adapterOf } from './adapter.js';
import { ask } from './ask.js';

export const getRelatedListRecords = adapterOf({
  isWhole: ({ parentRecordId }) => parentRecordId !== undefined,
  call: ({ parentRecordId, relatedListId, fields, sortBy, pageSize }) =>
    ask('GET', `/related-list-records/${parentRecordId}/${relatedListId}`, {
      query: { fields: fields.join(','), sortBy: sortBy.join(','), pageSize }
    })
});
