window.seen = [];
window.registered = 0;
window.note = (name) => (message) => window.seen.push([name, message ?? null]);
window.client = window.ZAFClient.init(() => (window.registered += 1));
const guid = new URLSearchParams(location.search).get("app_guid");
parent.postMessage(JSON.stringify({ key: "iframe.handshake", message: { version: "2" }, appGuid: guid }), "*");
window.client.on("app.activated", window.note("app.activated"));
window.client.get("ticket.id").then((got) => {
  document.getElementById("says").textContent = `Ticket ${got["ticket.id"]}`;
  window.client.invoke("resize", { width: "100%", height: "240px" });
});
