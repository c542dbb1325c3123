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
const VERDICT = /^([a-z_]{1,40})(?:([+=])|(-)([modu]?))@(\d{1,12})$/;

/** 2020, in seconds: nobody can have said anything before. */
const EARLIEST = 1577836800;

/** Seconds that an agent's clock may be ahead. */
export const CLOCKS_APART = 86400;

/**
 * Return what stands in the field, as `[{ user, kind, sign, reason, at }]` with `at` in seconds, for each agent and flag
 * the latest. What follows no format is left out, and what was said after `until`, which nobody can have said.
 */
export function readFeedback(text, until = Infinity) {
  const found = new Map();
  for (const group of typeof text === 'string' ? text.slice(0, 4096).split(';') : []) {
    const [user, ...verdicts] = group.trim().split(/\s+/);
    for (const verdict of USER.test(user) ? verdicts : []) {
      const [, kind, sign, wrong, reason, at] = VERDICT.exec(verdict) ?? [];
      const entry = { user, kind, sign: sign ?? wrong, reason: reason || null, at: Number(at) };
      if (entry.at >= EARLIEST && entry.at <= until && !(found.get(`${kind} ${user}`)?.at > entry.at)) {
        found.set(`${kind} ${user}`, entry);
      }
    }
  }
  return [...found.values()];
}

/**
 * Return the latest verdict on each flag, over all agents, by kind; one that was taken back is none. Of two in the same
 * second the one of the greater user counts, as it does where the sync reads them.
 */
export function standing(entries) {
  const latest = new Map();
  for (const entry of [...entries].sort((one, other) => one.at - other.at || (one.user < other.user ? -1 : 1))) {
    latest.set(entry.kind, entry);
  }
  return new Map([...latest].filter(([, entry]) => entry.sign !== '='));
}

/**
 * Return the field's new text with one more verdict, or null where it does not fit. It is later than all that stands
 * there on its flag, even where another agent's clock is ahead: what is said last counts.
 *
 * Where it is too long, what the next sync has surely read goes first: verdicts on flags that are no longer `shown`, the
 * oldest first.
 */
export function writeFeedback(text, said, shown) {
  const read = readFeedback(text, said.at + CLOCKS_APART);
  const before = read.filter((one) => one.kind === said.kind).map((one) => one.at + 1);
  const entry = { ...said, at: Math.max(said.at, ...before) };
  const others = read.filter((one) => one.user !== entry.user || one.kind !== entry.kind);
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
