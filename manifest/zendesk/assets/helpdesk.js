/** What the app asks of the helpdesk's own page: its height, the form, the composer, another ticket. */

/** Keep the frame as high as its content. */
export function followHeight(client, root) {
  let last = 0;
  const follow = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height !== last) {
      last = height;
      client.invoke('resize', { width: '100%', height: `${height}px` }).catch(() => {});
    }
  };
  new ResizeObserver(follow).observe(root);
}

/** Take the fields that are for programs off the form. A form may not have them: then there is nothing to hide. */
export function hideOurFields(client, fields) {
  for (const id of Object.values(fields).filter(Boolean)) {
    client.invoke(`ticketFields:custom_field_${id}.hide`).catch(() => {});
  }
}

/** What takes a text, under the two names that the framework has given it. */
const TAKES_TEXT = ['ticket.comment.appendText', 'comment.appendText'];

/**
 * Put a text into the composer, as a draft: sending it is the agent's. Rejects where the page has no composer.
 *
 * What is left when nothing takes text may take it for HTML, so nothing in it may be some.
 */
export async function putIntoReply(client, text) {
  for (const path of TAKES_TEXT) {
    const done = await client.invoke(path, text).then(() => true, () => false);
    if (done) {
      return;
    }
  }
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await client.invoke('ticket.editor.insert', plain);
}

/** The page of a ticket of this account; empty for what is no ticket's number. */
export function ticketAddress(account, id) {
  return /^\d+$/.test(id) && /^[a-z0-9-]+$/i.test(account) ? `https://${account}.zendesk.com/agent/tickets/${id}` : '';
}

/** Open another ticket of this account in the agent's own tabs. */
export function showTicket(client, ticketId) {
  return client.invoke('routeTo', 'ticket', ticketId);
}
