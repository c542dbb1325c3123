/** What the page that mounts the sidebar gives, for all that Salesforce would know by itself. */

const given = {};

export const org = given;

/** Live bindings: they are imported as Salesforce's modules of the same names are. */
export let dir = 'ltr';
export let locale = 'en-US';
export let timeZone = 'UTC';
export let userId = '';

const listeners = [];

/** Have `listener` called with the texts, by label name, each time they are given. */
export function onTexts(listener) {
  listeners.push(listener);
}

/** Take what one mount gives; `texts` by key. All sidebars on a page share it. */
export function setOrg({ texts, ...rest }) {
  Object.assign(given, rest);
  ({ dir, locale, timeZone, userId } = rest);
  const byName = Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [`Sidelight_${key.replaceAll('.', '_')}`, text])
  );
  listeners.forEach((listener) => listener(byName));
}
