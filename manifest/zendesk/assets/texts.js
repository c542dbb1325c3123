/** The sidebar's words in the agent's language; English for languages that it does not have. */

const LANGUAGES = ['en', 'es', 'de', 'fr', 'pt', 'it'];
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** Return `{ texts, locale }`, and set the page's language and direction. */
export async function loadTexts(locale) {
  const wanted = String(locale).toLowerCase().split(/[-_]/)[0];
  const language = LANGUAGES.includes(wanted) ? wanted : 'en';
  const page = document.documentElement;
  page.lang = language;
  page.dir = RIGHT_TO_LEFT.includes(wanted) ? 'rtl' : 'ltr';
  const texts = await (await fetch(`texts/${language}.json`)).json();
  return { texts, locale };
}
