/** Writing, as the customer or as the agent. What is typed is never lost: the box is emptied only once it has arrived. */

import { sendReply } from "./wire.js";

/**
 * Wire one composer.
 *
 * `before` may stop the sending by throwing; `afterwards` returns what is said when the helpdesk has the message.
 */
export function startComposer(form, address, { before = async () => {}, afterwards }) {
  const box = form.querySelector("textarea");
  const send = form.querySelector("button");
  const state = form.querySelector(".composer-state");
  let sending = false;

  const say = (text, wrong = false) => {
    state.textContent = text;
    state.classList.toggle("wrong", wrong);
    if (wrong) box.setAttribute("aria-invalid", "true");
    else box.removeAttribute("aria-invalid");
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending) return;
    const text = box.value;
    if (text.trim() === "") {
      say("Write something first.", true);
      box.focus();
      return;
    }
    sending = true;
    send.setAttribute("aria-disabled", "true");
    say("Sending …");
    try {
      await before();
      await sendReply(address, text);
      if (box.value === text) box.value = "";
      say(await afterwards());
    } catch (error) {
      say(error.message, true);
    } finally {
      sending = false;
      send.removeAttribute("aria-disabled");
      box.focus({ preventScroll: true });
    }
  });

  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  box.addEventListener("input", () => state.textContent && say(""));
}

/** The agent's unsent reply, as apps write in it: always as text, never as HTML. */
export const draft = {
  text: () => box().value,
  set: (text) => put(text, 0, box().value.length),
  append: (text) => put(box().value === "" ? text : `\n${text}`, box().value.length, box().value.length),
  insert: (text) => put(text, box().selectionStart, box().selectionEnd),
};

const box = () => document.getElementById("draft-text");

function put(text, start, end) {
  box().setRangeText(String(text), start, end, "end");
  box().dispatchEvent(new Event("input"));
  box().scrollTop = box().scrollHeight;
}
