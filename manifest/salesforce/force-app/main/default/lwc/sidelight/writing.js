/** Writing a verdict into a case's field, which is one text for all agents. */

import { updateRecord } from 'lightning/uiRecordApi';
import { writeFeedback } from 'c/sidelightView';
import { FEEDBACK, says } from './reading';

const CONFLICT = [[409, 412], ['PRECONDITION_FAILED', 'ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK']];

/**
 * Write `entry` on the case `id`, and return `outcome`, the key of the words for what came of it, with the field's new
 * `feedback` where it was written. Never throws.
 *
 * `read` resolves to what stands in the case now, as `readRecord` gives it; it is asked again after a conflict. `kinds` are
 * the flags that were shown when the agent spoke.
 */
export async function writeVerdict({ id, entry, kinds }, read) {
  try {
    const before = await read();
    try {
      return await put({ id, entry, kinds }, before, before.modified);
    } catch (error) {
      if (!isWorthAnother(error)) {
        throw error;
      }
      const now = await read();
      // where nothing was changed meanwhile, the condition itself cannot be met, and would cost every verdict
      return await put({ id, entry, kinds }, now, now.modified === before.modified ? null : now.modified);
    }
  } catch {
    return { outcome: 'judge_failed' };
  }
}

async function put({ id, entry, kinds }, { feedback: found }, modified) {
  const feedback = writeFeedback(found, entry, kinds);
  if (feedback === null) {
    return { outcome: 'judge_full' };
  }
  const recordInput = { fields: { Id: id, [FEEDBACK]: feedback } };
  await (modified === null ? updateRecord(recordInput) : updateRecord(recordInput, { ifUnmodifiedSince: modified }));
  return { outcome: 'noted', feedback };
}

/** Whether the case was changed since it was read, or the condition was not understood: a record's own refusal has an output. */
function isWorthAnother(error) {
  return says(error, ...CONFLICT) || (says(error, [400], []) && [error.body].flat().every((one) => one?.output === undefined));
}
