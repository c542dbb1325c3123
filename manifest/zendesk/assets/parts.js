/** The sidebar's parts, each drawn from its part of the view; null where there is nothing to draw. */

import { button, el, ticketLink } from './dom.js';
import { drawSaid } from './flag.js';

const SAID_MS = 4000;

export function section(name, title, ...content) {
  const id = `title-${name}`;
  return el('section', { 'data-part': name, 'aria-labelledby': id }, el('h3', { id }, title), ...content);
}

export function foldButton(act, list, isOpen, texts, onclick) {
  if (!list.some((one) => one.folded)) {
    return null;
  }
  const text = isOpen ? texts.show_fewer : texts.show_all.replace('{n}', String(list.length));
  return button(act, text, onclick, { kind: 'plain', 'aria-expanded': isOpen });
}

export function drawLoading({ texts }) {
  const bars = [0, 1, 2].map(() => el('span', { class: 'bar' }));
  return el('div', { class: 'loading' }, el('p', { 'data-part': 'says', class: 'unseen' }, texts.loading ?? 'Reading …'), ...bars);
}

/** The one line where there is nothing else. */
export function drawLine(view, { texts, acts }) {
  return el('div', { class: `line is-${view.state}` }, el('p', { 'data-part': 'says', dir: 'auto' }, view.says), view.again ? again(texts, acts) : null);
}

function again(texts, acts) {
  return button('again', texts.look_again, () => acts.again(), { kind: 'small' });
}

export function drawNotice(view, { texts, acts }) {
  if (view.notice === '') {
    return null;
  }
  return el('div', { class: 'notice', 'data-part': 'notice', 'data-kind': view.noticeKind }, el('p', { dir: 'auto' }, view.notice), view.again ? again(texts, acts) : null);
}

/** The headline joins up to three things; each has its own line, so that it can be taken in at a glance. */
export function drawHeadline(view) {
  if (view.headline === '') {
    return null;
  }
  const [first, ...others] = view.headline.split(' · ');
  return el('h2', { 'data-part': 'headline', dir: 'auto' }, el('span', { class: 'first' }, first), ...others.map((text) => el('span', { class: 'also' }, ` · ${text}`)));
}

export function drawSummary(view) {
  if (view.summary.length === 0) {
    return null;
  }
  const chips = view.summary.map(({ key, level, text }) => el('li', { class: 'chip', 'data-key': key, 'data-level': level }, text));
  return el('ul', { class: 'summary', 'data-part': 'summary' }, ...chips);
}

export function drawOpening(view, { texts, acts, announce }) {
  if (view.opening === '') {
    return null;
  }
  const words = el('p', { 'data-part': 'opening-text', dir: 'auto' }, view.opening);
  const saying = (act, done, failed, work) => async (event) => {
    const pressed = event.currentTarget;
    const said = await work().then(() => done, () => failed);
    announce(texts[said]); // and seen on the button
    pressed.textContent = texts[said];
    setTimeout(() => (pressed.textContent = texts[act]), SAID_MS);
  };
  return section(
    'opening',
    texts.opening,
    words,
    el(
      'div',
      { class: 'buttons' },
      button('insert', texts.insert, saying('insert', 'inserted', 'insert_failed', () => acts.insert(view.opening))),
      button('copy', texts.copy, saying('copy', 'copied', 'copy_failed', () => copy(view.opening, words)))
    )
  );
}

/** Copy a text; where the page's frame does not allow it, by selecting the words that stand there. */
async function copy(text, words) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    getSelection().selectAllChildren(words);
    if (!document.execCommand('copy')) {
      throw new Error('not copied');
    }
    getSelection().removeAllRanges();
  }
}

/** Flags that were marked wrong; the way back. */
export function drawDismissed(view, tools) {
  const { texts, touch, acts } = tools;
  if (view.dismissed.length === 0) {
    return null;
  }
  const undo = (kind) => () => {
    touch((now) => (now.focus = `open:${kind}`));
    acts.judge(kind, '=');
  };
  const line = ({ kind, says, writable }) =>
    el('li', { 'data-dismissed': kind }, el('span', { dir: 'auto' }, says), writable ? button('undo', texts.undo, undo(kind), { key: kind, kind: 'plain' }) : null, drawSaid(kind, tools));
  return el('ul', { class: 'dismissed', 'data-part': 'dismissed' }, ...view.dismissed.map(line));
}

export function drawTold(view, { texts, opened, touch }) {
  if (view.told.length === 0) {
    return null;
  }
  const shown = view.told.filter((fact) => opened.allTold || !fact.folded);
  const row = ({ name, value, hidden, day, source }) =>
    el(
      'div',
      { class: 'fact', 'data-fact': name, title: source },
      el('dt', {}, name),
      el('dd', {}, el('span', { class: hidden ? 'value hidden' : 'value', dir: 'auto' }, value), ' ', el('span', { class: 'source', 'aria-hidden': 'true' }, day), el('span', { class: 'unseen' }, source))
    );
  return section(
    'told',
    texts.told,
    el('dl', { class: 'facts' }, ...shown.map(row)),
    foldButton('all-told', view.told, opened.allTold, texts, () => touch((now) => (now.allTold = !now.allTold)))
  );
}

export function drawPromises(view, { texts }) {
  if (view.promises.length === 0) {
    return null;
  }
  const line = (one) =>
    el(
      'li',
      { class: 'promise', 'data-promise': '', 'data-state': one.state, 'data-loud': one.loud ? 'yes' : 'no' },
      el('p', {}, el('b', {}, one.name), one.by === '' ? null : ` ${one.by}`, el('span', { class: 'due' }, `, ${one.due}`), one.left === '' ? null : el('span', { class: 'left' }, one.left)),
      one.quote === '' ? null : el('blockquote', { 'data-part': 'quote', dir: 'auto' }, one.quote)
    );
  return section('promises', texts.promises, el('ul', { class: 'promises' }, ...view.promises.map(line)));
}

export function drawEffort(view, { texts, opened, touch }) {
  if (view.effort === null) {
    return null;
  }
  const { total, text, parts } = view.effort;
  const track = el('progress', { class: 'effort', max: '100', value: String(total), 'aria-label': texts.effort });
  const isOpen = opened.effort;
  const line = (one) => el('li', {}, el('span', {}, one.text), el('span', { class: 'points' }, one.points));
  return section(
    'effort',
    texts.effort,
    el('p', { class: 'effort-line' }, track, el('b', {}, text)),
    parts.length === 0 ? null : button('parts', texts[isOpen ? 'show_fewer' : 'show_all'].replace('{n}', String(parts.length)), () => touch((now) => (now.effort = !now.effort)), { kind: 'plain', 'aria-expanded': isOpen }),
    el('ul', { class: 'parts', hidden: !isOpen }, ...parts.map(line))
  );
}

export function drawHistory(view, tools) {
  if (view.history.length === 0) {
    return null;
  }
  const stop = ({ ticket, when, fullWhen, iso, subject, status, channel }) =>
    el(
      'li',
      { class: ticket.own ? 'stop own' : 'stop' },
      el('p', { class: 'subject', dir: 'auto' }, subject || ticket.text),
      el('p', { class: 'source' }, el('time', { datetime: iso, title: fullWhen }, when), ' · ', ticketLink(ticket, tools), ` · ${status}`, channel === '' ? null : ` · ${channel}`)
    );
  return section('history', tools.texts.history, el('ol', { class: 'history' }, ...view.history.map(stop)));
}

export function drawKnown(view, tools) {
  return view.known === null ? null : section('known', tools.texts.known, el('p', { dir: 'auto' }, view.known.says, ' '), el('p', {}, ticketLink(view.known.ticket, tools)));
}
