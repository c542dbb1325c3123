/**
 * The sidebar's own words, numbers and times, in the reader's language.
 *
 * `texts` maps keys to texts with `{names}`; where a number decides, the keys end in `.one`, `.other` and so on, as
 * Intl.PluralRules names them.
 */

const MINUTE = 60000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** No zone is apart from UTC by anything but quarters of an hour: a day ends there a second before one. */
const QUARTER = 15 * MINUTE;
const LAST_SECOND = QUARTER - 1000;

/** Before this time in UTC a day ends west of Greenwich, where it began on the day before; after it, east. */
const WEST = 10 * HOUR;

/** So long until minutes become hours. */
const MINUTES = 90 * MINUTE;

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

/**
 * The language that the texts are in, as it is written where the reader lives: sentences and the dates in them agree. Of
 * those who live nowhere in particular most write dates as the British do.
 */
export function spokenHere(language, locale) {
  const here = new Intl.Locale(knownLocale(locale));
  if (language === undefined || language === here.language) {
    return here.toString();
  }
  const region = here.region ?? (language === 'en' ? 'GB' : undefined);
  return new Intl.Locale(language, { region }).toString();
}

/** All that is needed to say something: `{ say, count, has, day, due, moment, fullMoment, left, late }`. */
export function wording({ texts, locale, timeZone, now }) {
  const spoken = spokenHere(texts.language, locale);
  const zone = knownZone(timeZone);
  const format = (options) => new Intl.DateTimeFormat(spoken, { timeZone: zone, ...options });
  const plurals = new Intl.PluralRules(spoken);
  const full = format({ dateStyle: 'full', timeStyle: 'short' });
  const days = (where) => {
    const dayOnly = format({ day: 'numeric', month: 'short', ...where });
    const dayWithYear = format({ day: 'numeric', month: 'short', year: 'numeric', ...where });
    const yearOf = format({ year: 'numeric', ...where });
    return (at) => (yearOf.format(at) === yearOf.format(now) ? dayOnly : dayWithYear).format(at);
  };
  const day = days({});
  const dayOfTheirs = days({ timeZone: 'UTC' });
  const clock = format({ timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(spoken, { numeric: 'always' });
  const amount = (unit) => new Intl.NumberFormat(spoken, { style: 'unit', unit, unitDisplay: 'long' });

  const has = (key) => typeof texts[key] === 'string';
  const say = (key, values = {}) =>
    has(key) ? texts[key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole)) : '';
  return {
    has,
    say,
    count: (key, n, values = {}) => {
      const exact = `${key}.${plurals.select(n)}`;
      return say(has(exact) ? exact : `${key}.other`, { n, ...values });
    },
    day,
    /** Where a whole day is meant, which ends with its last second, that day as the customer has it; else the reader's time. */
    due: (at) => (at % QUARTER === LAST_SECOND ? dayOfTheirs(at - (at % DAY < WEST ? DAY : 0)) : `${day(at)}, ${clock.format(at)}`),
    moment: (at) => `${day(at)}, ${clock.format(at)}`,
    fullMoment: (at) => full.format(at),
    /** Time until `at`: “in 2 hours”. */
    left: (at) => relative.format(...span(at - now)),
    /** Time since `at`: “3 days late”. */
    late: (at) => {
      const [number, unit] = span(now - at);
      return say('late', { n: amount(unit).format(number) });
    }
  };
}

/** A span in the unit that people take for it, towards zero and never “0 minutes”. */
function span(length) {
  const [size, unit] = length < MINUTES ? [MINUTE, 'minute'] : length < DAY ? [HOUR, 'hour'] : [DAY, 'day'];
  return [Math.max(1, Math.trunc(length / size)), unit];
}

/** A code such as `order_number` as words, for those that a later version writes and this does not know. */
export function spelled(code) {
  const plain = code.replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
