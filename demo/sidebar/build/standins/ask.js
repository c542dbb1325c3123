/** One call of the User Interface API, as the platform's own modules make them. */

import { org } from './org.js';

const ROOT = '/services/data/v63.0/ui-api';

/** Return what the API answers; throws what Lightning Data Service would give as an error. */
export async function ask(method, path, { query = {}, body, headers = {} } = {}) {
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const url = `${ROOT}${path}${search.length > 0 ? `?${search.join('&')}` : ''}`;
  const request = { method, headers: { Accept: 'application/json', ...headers } };
  if (body !== undefined) {
    request.headers['Content-Type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  const response = await org.fetch(url, request);
  const told = await response.json().catch(() => null);
  if (!response.ok) {
    const { status, statusText } = response;
    const first = Array.isArray(told) ? told[0] : told;
    throw { ok: false, status, statusText, errorType: 'fetchResponse', body: { statusCode: status, ...first } };
  }
  return told;
}
