/** Draws the view, and keeps what the reader has opened, and where the focus is, from one drawing to the next. */

import { el } from './dom.js';
import { drawFlag } from './flag.js';
import * as parts from './parts.js';

/**
 * Return `{ draw(view, texts), announce(text) }` for a place on the page.
 *
 * `acts` are what the reader can do: again(), insert(text), open(ticketId), judge(kind, sign, reason).
 */
export function startDrawing(root, acts) {
  const opened = { flags: new Set(), allFlags: false, allTold: false, effort: false, reasonsFor: null };
  const said = el('p', { 'data-part': 'said', role: 'status', class: 'unseen' });
  const box = el('div', { class: 'box' });
  let latest = null;
  let drawn = '';
  root.dataset.sidelight = '';
  root.append(el('h1', { class: 'unseen' }, 'Sidelight'), box, said);

  const touch = (change) => {
    change(opened);
    redraw();
  };
  const announce = (text) => {
    said.textContent = '';
    said.textContent = text ?? '';
  };

  function redraw() {
    const { view, texts } = latest;
    const shape = JSON.stringify([view, [...opened.flags], opened.allFlags, opened.allTold, opened.effort, opened.reasonsFor]);
    if (shape === drawn) {
      return;
    }
    drawn = shape;
    const focus = document.activeElement?.dataset?.focus;
    root.dataset.state = view.state;
    root.setAttribute('aria-busy', String(view.state === 'loading'));
    box.replaceChildren(...sections(view, { texts, opened, touch, announce, acts }));
    if (focus) {
      box.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus();
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

function sections(view, tools) {
  if (view.state === 'loading') {
    return [parts.drawLoading(tools)];
  }
  if (view.state !== 'ready') {
    return [parts.drawLine(view, tools), parts.drawDismissed(view, tools)].filter(Boolean);
  }
  return [
    parts.drawNotice(view, tools),
    parts.drawHeadline(view),
    parts.drawSummary(view),
    parts.drawOpening(view, tools),
    drawFlags(view, tools),
    parts.drawDismissed(view, tools),
    parts.drawTold(view, tools),
    parts.drawPromises(view, tools),
    parts.drawEffort(view, tools),
    parts.drawHistory(view, tools),
    parts.drawKnown(view, tools)
  ].filter(Boolean);
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
