/** What the agent says of a flag: shown at once, written to the ticket with the agent's own rights, taken back if refused. */

import { writeFeedback } from './view/sidelightView.js';
import { writeFeedbackField } from './ticket.js';

/** Return `{ say(kind, sign, reason) }`; one verdict is written after the other. */
export function startFeedback({ current, changed, said, refresh }) {
  let writing = Promise.resolve();

  async function write(kind, sign, reason) {
    const before = current().given.feedback;
    const entry = { user: current().given.user, kind, sign, reason: reason || null, at: Math.floor(Date.now() / 1000) };
    const shown = kindsOn(current().given.annotation);
    const attempt = () => {
      const text = writeFeedback(current().given.feedback, entry, shown);
      if (text === null) {
        throw new Error('judge_full');
      }
      changed(text);
      return writeFeedbackField(current().client, current().given.ticketId, current().found, text);
    };
    try {
      await attempt().catch(async (error) => {
        if (error?.status !== 409) {
          throw error;
        }
        await refresh(); // somebody changed the ticket meanwhile: once more, on what they left
        await attempt();
      });
      await refresh();
      said(current().texts.noted);
    } catch (error) {
      changed(before);
      said(current().texts[error?.message === 'judge_full' ? 'judge_full' : 'judge_failed']);
      refresh();
    }
  }

  return {
    say(kind, sign, reason) {
      writing = writing.then(() => write(kind, sign, reason));
      return writing;
    }
  };
}

function kindsOn(annotation) {
  try {
    return JSON.parse(annotation).flags.map((flag) => flag.kind);
  } catch {
    return [];
  }
}
