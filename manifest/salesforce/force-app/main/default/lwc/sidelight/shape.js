/** What the template cannot work out by itself: which lists there are, what is folded, how a thing looks. Pure. */

import { partsOf } from 'c/sidelightView';

/** From this level of frustration on, the mood stands out. */
const UPSET = 2;

/** Return the view with all that the template asks for; `open` tells which folded lists are open. */
export function shape(view, { open, texts }) {
  const dismissed = view.dismissed.map((one) => ({ ...one, undo: `${texts.undo}: ${one.says}` }));
  const shown = { ...view, busy: String(view.state === 'loading'), isLoading: view.state === 'loading' };
  Object.assign(shown, { isReady: view.state === 'ready', dismissed, hasDismissed: dismissed.length > 0 });
  return shown.isReady ? { ...shown, ...shapeReady(view, open, texts) } : shown;
}

function shapeReady(view, open, texts) {
  return {
    headlineParts: shapeHeadline(view.headline),
    noticeStyle: view.noticeKind === 'stale' ? 'notice' : 'small',
    hasSummary: view.summary.length > 0,
    summary: view.summary.map((one) => ({ ...one, style: Number(one.level) >= UPSET ? 'badge strong' : 'badge' })),
    flags: fold(view.flags, open.flags, texts),
    told: fold(view.told.map(shapeFact), open.told, texts),
    hasPromises: view.promises.length > 0,
    promises: view.promises.map(shapePromise),
    hasHistory: view.history.length > 0,
    history: view.history.map((one) => ({ ...one, style: one.ticket.own ? 'stop own' : 'stop' }))
  };
}

function shapeHeadline(headline) {
  return partsOf(headline).map((text, place) => ({
    key: String(place),
    text: place === 0 ? text : ` · ${text}`,
    style: place === 0 ? 'first' : 'also'
  }));
}

function shapeFact(fact) {
  return { ...fact, style: fact.hidden ? 'withheld' : 'name', isSourced: fact.to !== '' || fact.day !== '' || fact.ticket !== null };
}

function shapePromise(promise) {
  return { ...promise, style: promise.loud ? 'left loud' : 'left' };
}

/** A list of which a part is folded, and what the button below it says; nothing where the list is short. */
function fold(list, isOpen, texts) {
  const says = isOpen ? texts.show_fewer : texts.show_all.replace('{n}', String(list.length));
  return {
    any: list.length > 0,
    shown: list.filter((one) => isOpen || !one.folded),
    says: list.some((one) => one.folded) ? says : '',
    open: String(isOpen)
  };
}
