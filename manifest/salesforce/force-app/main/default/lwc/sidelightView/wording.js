/**
 * The sidebar's own words, numbers and times, in the reader's language.
 *
 * `texts` maps keys to texts with `{names}`; where a number decides, the keys end in `.one`, `.other` and so on, as
 * Intl.PluralRules names them.
 */

const MINUTE = 60000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A locale that Intl takes; English where it does not know it. */
export function knownLocale(locale) {
  try {
    return new Intl.Locale(String(locale).replaceAll('_', '-')).toString();
  } catch {
    return 'en';
  }
}

function knownZone(timeZone) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** All that is needed to say something: `{ say, count, has, day, due, moment, fullMoment, left }`. */
export function wording({ texts, locale, timeZone, now }) {
  const spoken = knownLocale(locale);
  const zone = knownZone(timeZone);
  const format = (options) => new Intl.DateTimeFormat(spoken, { timeZone: zone, ...options });
  const plurals = new Intl.PluralRules(spoken);
  const full = format({ dateStyle: 'full', timeStyle: 'short' });
  const dayOnly = format({ day: 'numeric', month: 'short' });
  const dayWithYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const clock = format({ hour: '2-digit', minute: '2-digit' });
  const yearOf = format({ year: 'numeric' });
  const ago = new Intl.RelativeTimeFormat(spoken, { numeric: 'always' });

  const has = (key) => typeof texts[key] === 'string';
  const say = (key, values = {}) =>
    has(key) ? texts[key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole)) : '';
  const day = (at) => (yearOf.format(at) === yearOf.format(now) ? dayOnly : dayWithYear).format(at);
  return {
    has,
    say,
    count: (key, n, values = {}) => {
      const exact = `${key}.${plurals.select(n)}`;
      return say(has(exact) ? exact : `${key}.other`, { n, ...values });
    },
    day,
    /** A day where the whole of it is meant, which ends with its last second; else the time as well. */
    due: (at) => (at % MINUTE === MINUTE - 1000 ? day(at) : `${day(at)}, ${clock.format(at)}`),
    moment: (at) => `${day(at)}, ${clock.format(at)}`,
    fullMoment: (at) => full.format(at),
    /** Time until `at`, or since: “in 2 hours”, “3 days ago”. */
    left: (at) => {
      const span = at - now;
      const size = Math.abs(span);
      if (size < 2 * HOUR) {
        return ago.format(whole(span / MINUTE), 'minute');
      }
      return size < 2 * DAY ? ago.format(whole(span / HOUR), 'hour') : ago.format(whole(span / DAY), 'day');
    }
  };
}

/** Towards zero, and never “in 0 minutes”. */
function whole(amount) {
  return Math.trunc(amount) || (amount < 0 ? -1 : 1);
}

/** A code such as `order_number` as words, for those that a later version writes and this does not know. */
export function spelled(code) {
  const plain = code.replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
