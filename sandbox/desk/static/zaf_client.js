/**
 * Stands in for the vendor's SDK where an app is shown by the loopback: the demonstration has no network.
 *
 * It says the same messages as the vendor's to the page that holds the frame, and answers as that does.
 */
"use strict";

window.ZAFClient = (() => {
  const TIMEOUT_MS = 10_000;
  const VERSION = "2.0.0";

  // the app's clock shows the story's time as the page's does: by its own, all promises would be long overdue
  const told = new URLSearchParams(location.search);
  const story = Date.parse(told.get("loopback_now"));
  const real = Date.now;
  const ahead = Number.isNaN(story) ? 0 : story - real();
  Date.now = () => real() + ahead;

  const places = told.get("loopback_places");
  if (places !== null) import("./links.js").then(({ leadHere }) => leadHere(JSON.parse(places)));

  function failure({ name, message, path }) {
    const error = new Error(path ? `"${path}" ${message}` : message);
    error.name = name || "Error";
    return error;
  }

  function timedOut(verb) {
    const error = new Error(`Timeout when invoking "${verb}"`);
    error.name = "TimeoutError";
    return error;
  }

  class Client {
    #origin;
    #appGuid;
    #handlers = new Map();
    #pending = new Map();
    #queue = [];
    #told = null;
    #count = 0;

    constructor(origin, appGuid) {
      this.#origin = origin;
      this.#appGuid = appGuid;
      window.addEventListener("message", (event) => this.#hear(event));
      this.#say({ key: "iframe.handshake", message: { version: VERSION } }, true);
    }

    /** Send `said` to the page; what is not the handshake waits for the page to know us. */
    #say(said, now = this.#told !== null) {
      const whole = { ...said, appGuid: this.#appGuid, instanceGuid: this.#appGuid };
      if (now) window.parent.postMessage(JSON.stringify(whole), this.#origin);
      else this.#queue.push(said);
    }

    #hear(event) {
      if (event.source !== window.parent || event.origin !== this.#origin) return;
      let said = event.data;
      try {
        if (typeof said === "string") said = JSON.parse(said);
      } catch {
        return;
      }
      if (said?.id !== undefined && this.#pending.has(said.id)) this.#settle(said);
      else if (said?.key === "zaf.app.registered") this.#register(said.message);
      else if (said?.key?.startsWith("zaf.")) {
        const name = said.key.slice("zaf.".length);
        if (said.needsReply) this.#reply(name, said.message);
        else this.#call(name, said.message);
      }
    }

    #register(told) {
      this.#told = told;
      for (const said of this.#queue.splice(0)) this.#say(said);
      this.#call("app.registered", told);
    }

    #call(name, message) {
      return [...(this.#handlers.get(name) ?? [])].map((handler) => handler(message));
    }

    /** Answer a hook: one handler that says no, by whatever way, stops what the page was about to do. */
    async #reply(name, message) {
      const answer = { key: `iframe.reply:${name}`, appGuid: this.#appGuid };
      try {
        for (const said of await Promise.all(this.#call(name, message))) {
          if (said === false || typeof said === "string" || said instanceof Error) throw said;
        }
      } catch (reason) {
        answer.error = { msg: reason instanceof Error ? reason.message : reason };
      }
      window.parent.postMessage(answer, this.#origin);
    }

    #settle({ id, error, result }) {
      const { resolve, reject, timer } = this.#pending.get(id);
      clearTimeout(timer);
      this.#pending.delete(id);
      if (error) reject(error.name ? failure(error) : error);
      else resolve(result);
    }

    /** Ask the page; where one path was asked for by name, its error is the promise's. */
    #ask(verb, params, single) {
      this.#count += 1;
      const id = this.#count;
      const answered = new Promise((resolve, reject) => {
        const late = () => this.#pending.delete(id) && reject(timedOut(verb));
        this.#pending.set(id, { resolve, reject, timer: setTimeout(late, TIMEOUT_MS) });
      });
      this.#say({ id, request: verb, params });
      if (single === null) return answered;
      return answered.then((result) => {
        const error = result.errors?.[single];
        if (error) throw failure(error);
        return result;
      });
    }

    get(path) {
      const paths = Array.isArray(path) ? path : [path];
      if (paths.some((one) => typeof one !== "string")) throw new Error("get takes a path, or a list of paths.");
      return this.#ask("get", paths, Array.isArray(path) ? null : path);
    }

    set(path, value) {
      if (typeof path === "string") return this.#ask("set", { [path]: value }, path);
      if (path === null || typeof path !== "object" || Array.isArray(path)) throw new Error("set takes a path and a value, or an object of them.");
      return this.#ask("set", path, null);
    }

    invoke(path, ...given) {
      if (typeof path === "string") return this.#ask("invoke", { [path]: given }, path);
      if (path === null || typeof path !== "object") throw new Error("invoke takes a path and arguments, or an object of them.");
      return this.#ask("invoke", path, null);
    }

    request(options) {
      this.#count += 1;
      const key = `request:${this.#count}`;
      return new Promise((resolve, reject) => {
        const once = (settle) => (message) => {
          this.#handlers.delete(`${key}.done`);
          this.#handlers.delete(`${key}.fail`);
          settle(message.responseArgs[0]);
        };
        this.on(`${key}.done`, once(resolve));
        this.on(`${key}.fail`, once(reject));
        this.#say({ key, message: typeof options === "string" ? { url: options } : options });
      });
    }

    on(name, handler, context) {
      if (typeof handler !== "function") return;
      const handlers = this.#handlers.get(name) ?? [];
      handlers.push(context ? handler.bind(context) : handler);
      this.#handlers.set(name, handlers);
      if (name !== "app.registered") this.#say({ key: `iframe.on:${name}`, message: { subscriberCount: handlers.length } });
    }

    off(name, handler) {
      const handlers = this.#handlers.get(name);
      if (!handlers) return false;
      if (handlers.includes(handler)) handlers.splice(handlers.indexOf(handler), 1);
      this.#say({ key: `iframe.off:${name}`, message: { subscriberCount: handlers.length } });
      return handler;
    }

    has(name, handler) {
      return this.#handlers.get(name)?.includes(handler) ?? false;
    }

    trigger(name, data) {
      this.#say({ key: `iframe.trigger:${name}`, message: data });
    }

    metadata() {
      return this.#whenTold((told) => told.metadata);
    }

    context() {
      return this.#whenTold((told) => told.context);
    }

    #whenTold(part) {
      if (this.#told) return Promise.resolve(part(this.#told));
      return new Promise((resolve) => this.on("app.registered", (told) => resolve(part(told))));
    }
  }

  function init(callback) {
    const given = new URLSearchParams(`${location.search.slice(1)}&${location.hash.slice(1)}`);
    const [origin, appGuid] = [given.get("origin"), given.get("app_guid")];
    if (!origin || !appGuid) return false;
    const client = new Client(origin, appGuid);
    if (typeof callback === "function") client.on("app.registered", (told) => callback.call(client, told));
    return client;
  }

  return { init };
})();
