// Drives a loopback Zendesk with node-zendesk, and prints what it saw as one line of JSON.
// Environment: BASE (…/api/v2), BEARER, EMAIL, API_TOKEN, TICKET, CLOSED (ticket numbers).
const { createClient } = require('node-zendesk');

const { BASE, BEARER, EMAIL, API_TOKEN, TICKET, CLOSED } = process.env;
const bearer = createClient({ oauth: true, token: BEARER, endpointUri: BASE });
const basic = createClient({ username: EMAIL, token: API_TOKEN, endpointUri: BASE });

const refused = (promise) => promise.then(() => null, (error) => ({ status: error.statusCode ?? null, text: String(error.message) }));

async function main() {
  const seen = {};
  const result = async (promise) => (await promise).result;
  seen.me = (await result(basic.users.me())).role;
  seen.same = (await result(bearer.users.me())).role;
  seen.ticket = (await result(bearer.tickets.show(TICKET))).id;

  const field = await result(bearer.ticketfields.create({
    ticket_field: { type: 'tagger', title: 'Mood', custom_field_options: [{ name: 'Calm', value: 'mood_calm' }] },
  }));
  const fields = await bearer.ticketfields.list();
  seen.field = { type: field.type, listed: fields.some((one) => one.id === field.id) };

  const stamp = (await result(bearer.tickets.show(TICKET))).updated_at;
  const updated = await result(basic.tickets.update(TICKET, {
    ticket: { comment: { body: 'seen by node', public: false }, custom_fields: [{ id: field.id, value: 'mood_calm' }] },
  }));
  seen.tags = updated.tags;
  seen.comments = (await bearer.tickets.getComments(TICKET)).map((one) => [one.body, one.public]);

  seen.conflict = await refused(bearer.tickets.update(TICKET, { ticket: { subject: 'late', safe_update: true, updated_stamp: '2020-01-01T00:00:00Z' } }));
  seen.closed = await refused(bearer.tickets.update(CLOSED, { ticket: { subject: 'never' } }));
  seen.moved = stamp !== updated.updated_at;

  const job = await result(bearer.tickets.updateMany([TICKET, CLOSED], { ticket: { priority: 'high' } }));
  let state = job.job_status ?? job;
  for (let turn = 0; turn < 200 && !['completed', 'failed'].includes(state.status); turn += 1) {
    const shown = await result(bearer.jobstatuses.show(state.id));
    state = shown.job_status ?? shown;
  }
  seen.job = { status: state.status, results: state.results.map((one) => one.success) };

  const hook = (await result(bearer.webhooks.create({
    webhook: {
      name: 'Node', endpoint: 'https://node.example/hook', http_method: 'POST', request_format: 'json',
      status: 'active', subscriptions: ['conditional_ticket_events'],
    },
  })));
  const id = (hook.webhook ?? hook).id;
  seen.secret = JSON.stringify(await bearer.webhooks.getSigningSecret(id)).includes('SHA256');
  await bearer.webhooks.delete(id);
  seen.gone = (await refused(bearer.webhooks.show(id)))?.status;
  console.log(JSON.stringify(seen));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
