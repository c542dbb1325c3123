// Drives the loopback Salesforce as any other client would, and prints what it was told as one line of JSON.
import jsforce from "jsforce";

const [url, clientId, clientSecret, assertion, token] = process.argv.slice(2);
const told = {};

// signing in by both flows; authorize() reads our ids out of the answer's `id`
const signIn = (parameters) =>
  new jsforce.Connection({ oauth2: { loginUrl: url, clientId, clientSecret } }).authorize(parameters);
const user = await signIn({ grant_type: "client_credentials" });
const byJwt = await signIn({ grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion });
told.signIn = { user: user.id, org: user.organizationId, same: byJwt.id === user.id };
told.wrongSecret = await new jsforce.Connection({ oauth2: { loginUrl: url, clientId, clientSecret: "wrong" } })
  .authorize({ grant_type: "client_credentials" })
  .then(() => "let in", (error) => error.message);

// the answer names the org's public address, which nothing answers at; a stale token first, so that refreshing is seen
let refreshed = 0;
const conn = new jsforce.Connection({
  version: "67.0", instanceUrl: url, accessToken: "stale", maxRequest: 4,
  refreshFn: (_conn, done) => { refreshed += 1; done(null, token); },
});

// reading, over pages
const rows = await conn.query("SELECT Id, Subject FROM Case ORDER BY Id", { autoFetch: true, maxFetch: 100000 });
told.refreshed = refreshed;
told.query = { total: rows.totalSize, fetched: rows.records.length, ids: new Set(rows.records.map((r) => r.Id)).size };
const about = await conn.sobject("Case").describe();
told.describe = { custom: about.fields.filter((f) => f.custom).map((f) => f.name).sort(), updateable: about.updateable };
told.builder = (await conn.sobject("Case").find({ Status: "Working" }, "Id, Status").limit(3)).length;

// writing: one, many, by external id
const id = rows.records[0].Id;
told.update = (await conn.sobject("Case").update({ Id: id, Subject: "By jsforce" })).success;
told.retrieved = (await conn.sobject("Case").retrieve(id)).Subject;
const made = await conn.sobject("CaseComment").create([
  { ParentId: id, CommentBody: "one" }, { ParentId: id, CommentBody: "é".repeat(2001) },
  { ParentId: id, CommentBody: "three", IsPublished: true },
]);
told.collection = made.map((item) => (item.success ? "done" : item.errors[0].statusCode ?? item.errors[0].errorCode));
const key = { Key__c: "K-1", Subject: "Outside" };
const first = await conn.sobject("Case").upsert(key, "Key__c");
const second = await conn.sobject("Case").upsert({ ...key, Subject: "Again" }, "Key__c");
told.upsert = [first.success, second.success, first.created, second.created, first.id === second.id];
const span = [new Date(Date.now() - 86400000).toISOString(), new Date(Date.now() + 3600000).toISOString()];
told.updatedHasIt = (await conn.sobject("Case").updated(...span)).ids.includes(id);
await conn.sobject("CaseComment").create({ ParentId: id, CommentBody: "x" });
await conn.sobject("Case").delete(id);
told.deletedHasIt = (await conn.sobject("Case").deleted(...span)).deletedRecords.some((r) => r.id === id);

// Bulk 2.0: one page, as more than one breaks jsforce itself
const stream = await conn.bulk2.query("SELECT Id, Subject, IsClosed FROM Case", { pollInterval: 50, pollTimeout: 20000 });
told.bulk = (await stream.toArray()).length;

// limits and errors
const limits = await conn.limits();
told.limits = limits.DailyApiRequests.Max > limits.DailyApiRequests.Remaining;
told.usage = conn.limitInfo?.apiUsage;
told.errors = [];
for (const soql of ["SELECT Nope FROM Case", "SELECT FROM", "SELECT Id FROM Nope"]) {
  await conn.query(soql).catch((error) => told.errors.push(error.errorCode));
}
await conn.sobject("Case").retrieve("500000000000000AAA").catch((error) => told.errors.push(error.errorCode));
console.log(JSON.stringify(told));
