/** The sidebar's words in the agent's language, as it is spoken there; English for languages that it does not have. */

const LANGUAGES = ['en', 'es', 'de', 'fr', 'pt', 'pt-br', 'it'];
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** Return `{ texts, locale }`, and set the page's language and direction. */
export async function loadTexts(locale) {
  const region = String(locale).toLowerCase().replace('_', '-');
  const wanted = region.split('-')[0];
  const language = [region, wanted, 'en'].find((one) => LANGUAGES.includes(one));
  const page = document.documentElement;
  page.lang = language;
  page.dir = RIGHT_TO_LEFT.includes(wanted) ? 'rtl' : 'ltr';
  const texts = await (await fetch(`texts/${language}.json`)).json();
  return { texts, locale };
}
