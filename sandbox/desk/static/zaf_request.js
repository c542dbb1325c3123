/** An app's `client.request`: the helpdesk's own API, asked as the signed-in agent by the page's session. */

const BODILESS = new Set(["GET", "HEAD"]);

/** How a call ended, as the framework's requests tell it. */
function told(status, statusText, responseText, headers = "") {
  const responseJSON = (() => {
    try {
      return JSON.parse(responseText);
    } catch {
      return undefined;
    }
  })();
  return { status, statusText, responseText, responseJSON, responseHeaders: headers, readyState: status ? 4 : 0 };
}

function fail(status, statusText, text) {
  return ["fail", [told(status, statusText, text), "error", statusText]];
}

/** What is sent: an object goes as a form unless the app has made it JSON itself, as in the vendor's. */
function bodyOf(options, method) {
  const { data } = options;
  if (data === undefined || data === null || BODILESS.has(method)) return null;
  if (typeof data === "string") return data;
  return new URLSearchParams(data).toString();
}

function headersOf(options, body) {
  const headers = new Headers(options.headers ?? {});
  if (body !== null) headers.set("Content-Type", options.contentType || headers.get("Content-Type") || "application/x-www-form-urlencoded; charset=UTF-8");
  headers.delete("Authorization"); // nobody is here but the agent
  return headers;
}

/** Do what the app asks for; returns [`done` or `fail`, what its promise gets]. */
export async function answerRequest(options) {
  const method = String(options.type ?? options.method ?? "GET").toUpperCase();
  let address;
  try {
    address = new URL(options.url, location.origin);
  } catch {
    return fail(400, "Bad Request", "The request has no address.");
  }
  if (address.origin !== location.origin || !address.pathname.startsWith("/api/")) {
    return fail(403, "Forbidden", "Only this helpdesk's own API can be asked here.");
  }
  if (BODILESS.has(method) && options.data && typeof options.data === "object") {
    for (const [key, value] of Object.entries(options.data)) address.searchParams.append(key, value);
  }
  try {
    const body = bodyOf(options, method);
    const answer = await fetch(address, { method, body, headers: headersOf(options, body), cache: "no-store", credentials: "same-origin" });
    const text = await answer.text();
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\r\n");
    const shown = told(answer.status, answer.statusText, text, headers);
    if (!answer.ok) return ["fail", [shown, "error", answer.statusText]];
    const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
    const result = options.httpCompleteResponse ? shown : isJson ? shown.responseJSON : text;
    return ["done", [result, "success", shown]];
  } catch (error) {
    return fail(0, "error", String(error.message));
  }
}
