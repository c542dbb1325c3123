/** The sidebar's parts, each drawn from its part of the view; null where there is nothing to draw. */

import { partsOf } from './view/sidelightView.js';
import { bdi, button, el, ticketLink, trail } from './dom.js';
import { drawSaid } from './flag.js';

const SAID_MS = 4000;

export function section(name, title, ...content) {
  const id = `title-${name}`;
  return el('section', { 'data-part': name, 'aria-labelledby': id }, el('h2', { id }, title), ...content);
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
  return el('div', { class: 'loading' }, el('p', { 'data-part': 'says', class: 'line' }, texts.loading ?? 'Reading …'), ...bars);
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
  return el('div', { class: view.noticeKind === 'stale' ? 'notice' : 'closed', 'data-part': 'notice', 'data-kind': view.noticeKind }, el('p', { dir: 'auto' }, view.notice), view.again ? again(texts, acts) : null);
}

export function drawHeadline(view) {
  if (view.headline === '') {
    return null;
  }
  const [first, ...others] = partsOf(view.headline);
  return el('p', { 'data-part': 'headline', class: 'headline', dir: 'auto' }, el('span', { class: 'first' }, first), ...others.map((text) => el('span', { class: 'also' }, ` · ${text}`)));
}

export function drawSummary(view) {
  if (view.summary.length === 0) {
    return null;
  }
  const chips = view.summary.map(({ key, level, text }) => el('li', { class: 'chip', 'data-key': key, 'data-level': level }, bdi(text)));
  return el('ul', { class: 'summary', 'data-part': 'summary' }, ...chips);
}

export function drawOpening(view, { texts, acts, announce }) {
  if (view.opening === '') {
    return null;
  }
  const words = el('p', { 'data-part': 'opening-text', dir: 'auto' }, view.opening);
  const saying = (act, done, failed, work) => async (event) => {
    const pressed = event.currentTarget;
    const said = await work().then((other) => other ?? done, () => failed);
    // and seen on the button
    announce(texts[said]);
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
  const line = ({ kind, says, writable }) => {
    const back = { key: kind, kind: 'plain', 'aria-label': `${texts.undo}: ${says}` };
    return el('li', { 'data-dismissed': kind }, bdi(says), writable ? button('undo', texts.undo, undo(kind), back) : null, drawSaid(kind, tools));
  };
  return el('ul', { class: 'dismissed', 'data-part': 'dismissed' }, ...view.dismissed.map(line));
}

export function drawTold(view, tools) {
  const { texts, opened, touch } = tools;
  if (view.told.length === 0) {
    return null;
  }
  const shown = view.told.filter((fact) => opened.allTold || !fact.folded);
  const row = ({ name, value, hidden, day, to, ticket }) =>
    el(
      'div',
      { class: 'fact', 'data-fact': name },
      el('dt', {}, name),
      el('dd', {}, el('span', { class: hidden ? 'value hidden' : 'value', dir: 'auto' }, value), trail(bdi(day), bdi(to), ticketLink(ticket, tools)))
    );
  return section(
    'told',
    texts.told,
    el('dl', { class: 'facts' }, ...shown.map(row)),
    foldButton('all-told', view.told, opened.allTold, texts, () => touch((now) => (now.allTold = !now.allTold)))
  );
}

export function drawPromises(view, tools) {
  if (view.promises.length === 0) {
    return null;
  }
  const line = (one) =>
    el(
      'li',
      { class: 'promise', 'data-promise': '', 'data-state': one.state, 'data-loud': one.loud ? 'yes' : 'no' },
      el('p', { class: 'row' }, el('b', {}, one.name), bdi(one.left, { class: 'left' })),
      trail(bdi(one.due, { class: 'due' }), bdi(one.by), ticketLink(one.ticket, tools)),
      one.quote === '' ? null : el('blockquote', { 'data-part': 'quote', dir: 'auto' }, one.quote)
    );
  return section('promises', tools.texts.promises, el('ul', { class: 'promises' }, ...view.promises.map(line)));
}

export function drawEffort(view, { texts, opened, touch }) {
  if (view.effort === null) {
    return null;
  }
  const { total, text, parts } = view.effort;
  const track = el('progress', { class: 'effort', max: '100', value: String(total), 'aria-label': texts.effort });
  const isOpen = opened.effort;
  const line = (one) => el('li', { class: 'row' }, bdi(one.text), bdi(one.points, { class: 'points' }));
  return section(
    'effort',
    texts.effort,
    el('p', { class: 'effort-line' }, track, el('b', {}, bdi(text))),
    parts.length === 0 ? null : button('parts', isOpen ? texts.show_fewer : texts.show_parts, () => touch((now) => (now.effort = !now.effort)), { kind: 'plain', 'aria-expanded': isOpen }),
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
      subject === '' ? null : el('p', { class: 'subject', dir: 'auto' }, subject),
      trail(el('time', { datetime: iso, title: fullWhen }, bdi(when)), ticketLink(ticket, tools), bdi(status), bdi(channel))
    );
  return section('history', tools.texts.history, el('ol', { class: 'history' }, ...view.history.map(stop)));
}

export function drawKnown(view, tools) {
  return view.known === null ? null : section('known', tools.texts.known, el('p', {}, ticketLink(view.known, tools)));
}
