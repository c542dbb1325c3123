/**
 * What the agent says of flags: shown at once, written to the ticket with the agent's own rights one after the other, and
 * taken back where the helpdesk refuses it.
 */

import { writeFeedback } from './view/sidelightView.js';
import { putFeedback } from './ticket.js';

const CHANGED_MEANWHILE = 409;

/**
 * Return `{ say(kind, sign, reason), over(text) }`: `over` lays what is not written yet over the field's text.
 *
 * `ticket()` gives what a write needs, `user()` who says it; `kinds()` the flags
 * that the annotation has; `read()` reads the ticket anew; `wrote(ticket)` takes what the
 * helpdesk answered; `changed()` has it drawn; `said(key, kind)` tells the agent.
 */
export function startFeedback({ ticket, user, kinds, read, wrote, changed, said }) {
  const waiting = [];
  let writing = Promise.resolve();

  const over = (text) => waiting.reduce((before, entry) => writeFeedback(before, entry, []) ?? before, text);

  async function put(entry) {
    const { client, ticketId, found } = ticket();
    const text = writeFeedback(found.seen.feedback, entry, kinds());
    if (text === null) {
      throw new Error('judge_full');
    }
    wrote(await putFeedback(client, ticketId, found, text));
  }

  async function write(entry) {
    let answer = 'noted';
    try {
      await put(entry).catch(async (error) => {
        if (error?.status !== CHANGED_MEANWHILE) {
          throw error;
        }
        // once more, on what others left
        await read();
        await put(entry);
      });
    } catch (error) {
      answer = error?.message === 'judge_full' ? 'judge_full' : 'judge_failed';
    }
    waiting.splice(waiting.indexOf(entry), 1);
    changed();
    said(answer, entry.kind);
  }

  return {
    over,
    say(kind, sign, reason = '') {
      const entry = { user: user(), kind, sign, reason: reason || null, at: Math.floor(Date.now() / 1000) };
      waiting.push(entry);
      changed();
      writing = writing.then(() => write(entry));
    }
  };
}
