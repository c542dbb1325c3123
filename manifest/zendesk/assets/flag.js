/** One flag: a line that says it, and behind it the figure, what to do, the evidence, and whether it is right. */

import { REASONS } from './view/sidelightView.js';
import { bdi, button, el, ticketLink, trail } from './dom.js';

export function drawFlag(flag, tools) {
  const { opened, touch } = tools;
  const isOpen = opened.flags.includes(flag.kind);
  const id = `details-${flag.kind}`;
  const others = opened.flags.filter((kind) => kind !== flag.kind);
  const toggle = () => touch((now) => (now.flags = isOpen ? others : [...others, flag.kind]));
  const line = el(
    'button',
    { type: 'button', class: 'flag-line', 'data-act': 'open', 'data-focus': `open:${flag.kind}`, 'aria-expanded': isOpen, 'aria-controls': id, onclick: toggle },
    el('span', { class: 'mark', 'aria-hidden': 'true' }),
    el('span', { class: 'flag-words' }, el('b', {}, flag.name), el('span', { class: 'unseen' }, ` (${flag.severityName}). `), flag.isSaid ? null : drawLived(flag)),
    el('span', { class: 'chevron', 'aria-hidden': 'true' })
  );
  const attributes = { class: 'flag', 'data-flag': flag.kind, 'data-severity': flag.severity, 'data-loud': flag.loud ? 'yes' : 'no' };
  return el('li', attributes, line, el('div', { id, 'data-part': 'details', class: 'details', hidden: !isOpen }, ...(isOpen ? details(flag, tools) : [])));
}

/** What the customer lived through: below the flag's name, or in its details where the headline says it. */
const drawLived = (flag) => el('span', { class: 'lived', dir: 'auto' }, flag.lived);

function details(flag, tools) {
  const { texts } = tools;
  const row = (title, text) => (text === '' ? [] : [el('dt', {}, title), el('dd', { dir: 'auto' }, text)]);
  return [
    flag.isSaid ? drawLived(flag) : null,
    el('dl', { class: 'reasoning' }, ...row(texts.advice, flag.advice), ...row(texts.figure, flag.figure)),
    el('h3', {}, texts.evidence),
    el('ul', { class: 'evidence' }, ...flag.evidence.map((piece) => drawPiece(piece, tools))),
    flag.writable ? drawJudging(flag, tools) : null,
    drawSaid(flag.kind, tools)
  ].filter(Boolean);
}

/** What became of the agent's word on this flag. */
export function drawSaid(kind, { opened }) {
  return opened.said?.kind === kind ? el('p', { class: 'note' }, opened.said.text) : null;
}

function drawPiece(piece, tools) {
  return el(
    'li',
    { class: 'piece' },
    piece.quote === '' ? null : el('blockquote', { 'data-part': 'quote', dir: 'auto' }, piece.quote),
    trail(bdi(piece.who), el('time', { datetime: piece.iso, title: piece.fullWhen }, bdi(piece.when)), ticketLink(piece.ticket, tools))
  );
}

function drawJudging(flag, { texts, opened, touch, acts }) {
  if (opened.reasonsFor === flag.kind) {
    return drawReasons(flag, { texts, touch, acts });
  }
  const title = `judge-${flag.kind}`;
  return el(
    'div',
    { class: 'judging', role: 'group', 'aria-labelledby': title },
    bdi(texts.judge, { id: title }),
    button('right', texts.right, () => acts.judge(flag.kind, flag.right ? '=' : '+'), { key: flag.kind, kind: 'small', 'aria-pressed': flag.right }),
    button('wrong', texts.wrong, () => touch((now) => Object.assign(now, { reasonsFor: flag.kind, focus: `reason:${flag.kind}` })), {
      key: flag.kind,
      kind: 'small'
    })
  );
}

function drawReasons(flag, { texts, touch, acts }) {
  const title = `why-${flag.kind}`;
  const close = (focus) => touch((now) => Object.assign(now, { reasonsFor: null, focus }));
  const choose = (reason) => {
    close(`undo:${flag.kind}`);
    acts.judge(flag.kind, '-', reason);
  };
  return el(
    'div',
    { class: 'reasons', 'data-part': 'reasons', role: 'group', 'aria-labelledby': title },
    el('p', { id: title, dir: 'auto' }, texts.why_wrong),
    ...[...REASONS, ''].map((reason, index) =>
      button('reason', texts[reason === '' ? 'just_wrong' : `reason.${reason}`], () => choose(reason), {
        key: index === 0 ? flag.kind : `${flag.kind}-${reason}`,
        kind: 'small',
        'data-reason': reason
      })
    ),
    button('cancel', texts.cancel, () => close(`wrong:${flag.kind}`), { key: flag.kind, kind: 'small plain' })
  );
}
