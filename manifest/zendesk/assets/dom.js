/** Makes elements. Text is set as text; nothing here takes HTML. */

/** `props` are attributes (null and false leave one out), `on…` are listeners; children are nodes, texts or nothing. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (name.startsWith('aria-')) {
      // there, false is a value of its own
      node.setAttribute(name, String(value));
    } else if (value !== null && value !== false) {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}

/** A button; `act` names what it does, `key` tells it from others of the same kind. */
export function button(act, text, onclick, { key = '', kind = '', ...more } = {}) {
  // the second press of a double click is no second wish
  const once = (event) => event.detail < 2 && onclick(event);
  const known = { type: 'button', class: `button ${kind}`.trim(), 'data-act': act, 'data-focus': `${act}:${key}` };
  return el('button', { ...known, onclick: once, ...more }, text);
}

/** A text whose direction is its own, whatever runs around it. */
export const bdi = (text, props = {}) => (text === '' ? null : el('bdi', props, text));

/** Those of the pieces that are there, with dots between them. */
export function trail(...pieces) {
  const there = pieces.filter((piece) => piece !== null);
  return there.length === 0 ? null : el('p', { class: 'source' }, ...there.flatMap((piece, index) => (index === 0 ? [piece] : [' · ', piece])));
}

/**
 * A ticket as a link: of this account in the agent's tabs, elsewhere in a new browser tab; a plain text without an
 * address, nothing without a ticket.
 */
export function ticketLink(ticket, { texts, acts }) {
  if (ticket === null) {
    return null;
  }
  const attributes = { 'data-part': 'ticket', dir: 'auto' };
  const href = ticket.near ? acts.address(ticket.id) : ticket.url;
  if (ticket.own || href === '') {
    return el('span', attributes, ticket.text);
  }
  const link = { ...attributes, href, target: '_blank', rel: 'noopener noreferrer' };
  if (!ticket.near) {
    return el('a', link, ticket.text, el('span', { class: 'unseen' }, ` ${texts.opens_new_tab}`));
  }
  const onclick = (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      acts.open(ticket.id);
    }
  };
  return el('a', { ...link, onclick }, ticket.text);
}
