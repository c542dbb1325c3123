/** Draws the view, and keeps what the reader has opened, marked and reached by keyboard from one drawing to the next. */

import { el } from './dom.js';
import { drawFlag } from './flag.js';
import * as parts from './parts.js';

const SAID_MS = 10000;

/**
 * Return `{ draw(view, texts), announce(text, kind) }` for a place on the page; `kind` names the flag that is spoken of.
 *
 * `acts` are what the reader can do: again(), insert(text), open(id), judge(kind, sign, reason); address(id) is where a
 * ticket of this account stands.
 */
export function startDrawing(root, acts) {
  const opened = { flags: [], allFlags: false, allTold: false, effort: false, reasonsFor: null, said: null, focus: null };
  const said = el('p', { 'data-part': 'said', role: 'status', class: 'unseen' });
  const box = el('div', { class: 'box' });
  const drawn = new Map();
  let latest = null;
  let silence = null;
  root.dataset.sidelight = '';
  root.append(el('h1', { class: 'unseen' }, 'Sidelight'), box, said);

  const touch = (change) => {
    change(opened);
    redraw();
  };

  /** Heard by those who listen, and seen beside the flag that it is about. */
  function announce(text = '', kind = null) {
    said.textContent = '';
    said.textContent = text;
    clearTimeout(silence);
    touch((now) => (now.said = kind === null ? null : { kind, text }));
    silence = setTimeout(() => touch((now) => (now.said = null)), SAID_MS);
  }

  /** A section whose state has not changed keeps its elements, and with them the reader's selection. */
  function keep({ name, state, draw }) {
    const shape = JSON.stringify(state);
    if (drawn.get(name)?.shape !== shape) {
      drawn.set(name, { shape, node: draw() });
    }
    return drawn.get(name).node;
  }

  function redraw() {
    const { view, texts } = latest;
    const focus = opened.focus ?? (box.contains(document.activeElement) ? document.activeElement.dataset.focus : null);
    root.dataset.state = view.state;
    root.setAttribute('aria-busy', String(view.state === 'loading'));
    const wanted = sections(view, { texts, opened, touch, announce, acts });
    place(box, wanted.map(keep).filter(Boolean));
    const target = focus ? box.querySelector(`[data-focus="${CSS.escape(focus)}"]`) : null;
    if (target !== null) {
      opened.focus = null;
      target.focus();
    }
  }

  return {
    announce,
    draw(view, texts) {
      latest = { view, texts };
      redraw();
    }
  };
}

/** Have a box hold these nodes in this order, without touching those that stand right. */
function place(box, nodes) {
  nodes.forEach((node, index) => {
    if (box.childNodes[index] !== node) {
      box.insertBefore(node, box.childNodes[index] ?? null);
    }
  });
  while (box.childNodes.length > nodes.length) {
    box.lastChild.remove();
  }
}

/** What stands in the view's state: each with a name, what it depends on, and how it is drawn. */
function sections(view, tools) {
  const { texts, opened } = tools;
  const section = (name, state, draw) => ({ name, state: [state, texts.copy], draw });
  const dismissed = section('dismissed', [view.dismissed, opened.said], () => parts.drawDismissed(view, tools));
  if (view.state === 'loading') {
    return [section('loading', null, () => parts.drawLoading(tools))];
  }
  if (view.state !== 'ready') {
    return [section('line', [view.state, view.says, view.again], () => parts.drawLine(view, tools)), dismissed];
  }
  const judging = [opened.flags, opened.allFlags, opened.reasonsFor, opened.said];
  return [
    section('notice', [view.notice, view.again], () => parts.drawNotice(view, tools)),
    section('headline', view.headline, () => parts.drawHeadline(view)),
    section('summary', view.summary, () => parts.drawSummary(view)),
    section('opening', view.opening, () => parts.drawOpening(view, tools)),
    section('flags', [view.flags, judging], () => drawFlags(view, tools)),
    dismissed,
    section('told', [view.told, opened.allTold], () => parts.drawTold(view, tools)),
    section('promises', view.promises, () => parts.drawPromises(view, tools)),
    section('effort', [view.effort, opened.effort], () => parts.drawEffort(view, tools)),
    section('history', view.history, () => parts.drawHistory(view, tools)),
    section('known', view.known, () => parts.drawKnown(view, tools))
  ];
}

function drawFlags(view, tools) {
  const { texts, opened, touch } = tools;
  if (view.flags.length === 0) {
    return null;
  }
  const shown = view.flags.filter((flag) => opened.allFlags || !flag.folded);
  return parts.section(
    'flags',
    texts.flags,
    el('ul', { class: 'flags' }, ...shown.map((flag) => drawFlag(flag, tools))),
    parts.foldButton('all-flags', view.flags, opened.allFlags, texts, () => touch((now) => (now.allFlags = !now.allFlags)))
  );
}
