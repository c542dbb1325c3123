/**
 * What agents say of flags, as the feedback field holds it: `USER VERDICT[ VERDICT…][;USER VERDICT…]`.
 *
 * A verdict is the flag's kind, `+` (right), `-` (wrong, perhaps with a letter that says why) or `=` (taken back), `@`
 * and the second. `8801 asked_again-m@1764447300 rushed+@1764447310;8802 asked_again+@1764447400`. The next sync reads it.
 */

/** Characters that the field holds. */
export const MOST = 255;

/** Why a flag can be wrong: the words were misread, it is another issue, it is dealt with, it is true but of no use. */
export const REASONS = ['m', 'o', 'd', 'u'];

const USER = /^[A-Za-z0-9]{1,24}$/;
const VERDICT = /^([a-z_]{1,40})([-+=])([a-z]?)@(\d{1,11})$/;

/** Return what stands in the field, as `[{ user, kind, sign, reason, at }]` with `at` in seconds; the rest is left out. */
export function readFeedback(text) {
  const found = [];
  for (const group of typeof text === 'string' ? text.slice(0, 4096).split(';') : []) {
    const [user, ...verdicts] = group.trim().split(/\s+/);
    for (const verdict of USER.test(user) ? verdicts : []) {
      const said = VERDICT.exec(verdict);
      if (said !== null) {
        found.push({ user, kind: said[1], sign: said[2], reason: said[3] || null, at: Number(said[4]) });
      }
    }
  }
  return found;
}

/** Return the latest verdict on each flag, over all agents, by kind; one that was taken back is none. */
export function standing(entries) {
  const latest = new Map();
  for (const entry of entries) {
    const known = latest.get(entry.kind);
    if (known === undefined || entry.at >= known.at) {
      latest.set(entry.kind, entry);
    }
  }
  return new Map([...latest].filter(([, entry]) => entry.sign !== '='));
}

/**
 * Return the field's new text with one more verdict, or null where it does not fit.
 *
 * Where it is too long, what the next sync has surely read goes first: verdicts on flags that are no longer `shown`, the
 * oldest first.
 */
export function writeFeedback(text, entry, shown) {
  const others = readFeedback(text).filter((one) => one.user !== entry.user || one.kind !== entry.kind);
  const spare = others.filter((one) => !shown.includes(one.kind)).sort((one, other) => one.at - other.at);
  let kept = [...others, entry];
  while (render(kept).length > MOST && spare.length > 0) {
    const dropped = spare.shift();
    kept = kept.filter((one) => one !== dropped);
  }
  const written = render(kept);
  return written.length > MOST ? null : written;
}

function render(entries) {
  const byUser = new Map();
  for (const { user, kind, sign, reason, at } of entries) {
    byUser.set(user, [...(byUser.get(user) ?? []), `${kind}${sign}${reason ?? ''}@${at}`]);
  }
  return [...byUser].map(([user, verdicts]) => [user, ...verdicts].join(' ')).join(';');
}
