/** Puts the real component on any page: `window.mountSidelight(element, given)`. */

import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import Sidelight from 'c/sidelight';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import languages from 'sidelight:languages';
import { setOrg } from './standins/org.js';

/**
 * Show the sidebar of one case in `element`.
 *
 * Given `recordId`; and perhaps `userId`, `locale`, `timeZone`, `dir`, `texts` by key (else those of the locale's
 * language, or English), `fetch` (else the page's own) and `navigate(recordId)` (else the case's Lightning address).
 *
 * Returns `recordChanged(recordId)`, which has the case read again, and `unmount()`.
 */
window.mountSidelight = (element, given) => {
  const locale = given.locale ?? 'en-US';
  setOrg({
    locale,
    userId: given.userId ?? '',
    timeZone: given.timeZone ?? 'UTC',
    dir: given.dir ?? 'ltr',
    texts: given.texts ?? languages[locale.toLowerCase()] ?? languages[locale.slice(0, 2)] ?? languages.en,
    fetch: given.fetch ?? ((...call) => window.fetch(...call)),
    navigate: given.navigate ?? ((id) => window.location.assign(`/lightning/r/Case/${id}/view`))
  });
  const sidelight = createElement('c-sidelight', { is: Sidelight });
  sidelight.recordId = given.recordId;
  element.append(sidelight);
  return {
    recordChanged: (recordId) => notifyRecordUpdateAvailable([{ recordId }]),
    unmount: () => sidelight.remove()
  };
};
