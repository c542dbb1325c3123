/** From what Salesforce answers to what `buildView` is given. Pure. */

const ANNOTATION = 'Sidelight_Annotation__c';
export const FEEDBACK = 'Sidelight_Feedback__c';

/** Optional, all of them: of a field that the reader may not see nothing comes, and no error. */
export const FIELDS = [ANNOTATION, FEEDBACK, 'IsClosed', 'CreatedDate', 'LastModifiedDate'].map((name) => `Case.${name}`);
export const MAIL_FIELDS = ['EmailMessage.Incoming', 'EmailMessage.MessageDate'];
export const MAIL_ORDER = ['-EmailMessage.MessageDate'];
export const MAILS = 10;

/** What is known of a case before Salesforce has answered. */
export const UNREAD = Object.freeze({ access: 'loading' });

/**
 * Return what the answer to getRecord says: `access`, and where it is ok the case's part of what buildView is given, with
 * `modified`, the time of its last change as Salesforce writes it (null where the reader may not see it).
 */
export function readRecord({ data, error }) {
  if (error !== undefined) {
    return { access: refusal(error) };
  }
  const { fields } = data;
  if (fields[ANNOTATION] === undefined) {
    return { access: 'missing' };
  }
  return {
    access: 'ok',
    annotation: fields[ANNOTATION].value,
    feedback: fields[FEEDBACK]?.value ?? '',
    writable: fields[FEEDBACK] !== undefined,
    closed: fields.IsClosed?.value === true,
    createdAt: moment(fields.CreatedDate?.value),
    changedAt: moment(fields.LastModifiedDate?.value),
    modified: fields.LastModifiedDate?.value ?? null
  };
}

function refusal(error) {
  if (says(error, [404], ['NOT_FOUND', 'ENTITY_IS_DELETED'])) {
    return 'gone';
  }
  return says(error, [403], ['INSUFFICIENT_ACCESS']) ? 'denied' : 'failed';
}

/** Whether an error has one of these statuses or codes; it may bring one body or a list of them. */
export function says(error, statuses, codes) {
  const told = [error?.body].flat();
  return [error?.status, ...told.map((one) => one?.statusCode)].some((status) => statuses.includes(status)) ||
    told.some((one) => codes.includes(one?.errorCode));
}

/** Return when the newest incoming mail came, in milliseconds; null where there is none. */
export function readMails(records) {
  const incoming = records.filter(({ fields }) => fields.Incoming?.value === true);
  const times = incoming.map(({ fields }) => moment(fields.MessageDate?.value)).filter((at) => at !== null);
  return times.length > 0 ? Math.max(...times) : null;
}

function moment(text) {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : at;
}

const CHECKS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Return an id of 15 characters with the three that make it safe where case is lost; any other text as it is. */
export function fullId(id) {
  if (!/^[A-Za-z0-9]{15}$/.test(id)) {
    return id;
  }
  const checks = [0, 5, 10].map((start) => {
    const capitals = [...id.slice(start, start + 5)].map((one) => (/[A-Z]/.test(one) ? 1 : 0));
    return CHECKS[capitals.reduce((sum, bit, place) => sum + bit * 2 ** place, 0)];
  });
  return id + checks.join('');
}
