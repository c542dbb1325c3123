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

/** The composer, under the two names that the framework has given it. */
const COMPOSERS = ['ticket.comment', 'comment'];

/**
 * Put a text into the composer, as a draft: sending it is the agent's. Rejects where the page has no composer; resolves to
 * the words' key for what is special: it stood there already, or nobody but the team will read it.
 *
 * What is left when nothing takes text may take it for HTML, so nothing in it may be some.
 */
export async function putIntoReply(client, text) {
  const { draft, read, isNote } = await readComposer(client);
  if ([draft, read].some((one) => unspaced(one).includes(unspaced(text)))) {
    return 'insert_there';
  }
  await append(client, text, unspaced(read) !== '');
  return isNote ? 'inserted_note' : null;
}

async function append(client, text, isBegun) {
  for (const composer of COMPOSERS) {
    const done = await client.invoke(`${composer}.appendText`, isBegun ? `\n${text}` : text).then(() => true, () => false);
    if (done) {
      return;
    }
  }
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await client.invoke('ticket.editor.insert', isBegun ? `<br>${plain}` : plain);
}

/** What stands in the composer, as it is and as HTML has it, for it may be either; nothing where nobody may look. */
async function readComposer(client) {
  const got = await client.get(COMPOSERS.flatMap((composer) => [`${composer}.text`, `${composer}.type`])).catch(() => ({}));
  const found = (what) => COMPOSERS.map((composer) => got[`${composer}.${what}`]).find((one) => typeof one === 'string') ?? '';
  const draft = found('text');
  const read = new DOMParser().parseFromString(draft, 'text/html').body.textContent;
  return { draft, read, isNote: found('type') === 'internalNote' };
}

/** Texts are the same where only the space in them differs. */
const unspaced = (text) => text.replace(/\s+/g, '');

/** The page of a ticket of this account; empty for what is no ticket's number. */
export function ticketAddress(account, id) {
  return /^\d+$/.test(id) && /^[a-z0-9-]+$/i.test(account) ? `https://${account}.zendesk.com/agent/tickets/${id}` : '';
}

/** Open another ticket of this account in the agent's own tabs. */
export function showTicket(client, ticketId) {
  return client.invoke('routeTo', 'ticket', ticketId);
}
