/** Writing as the customer. What is typed is never lost: the box is emptied only once the helpdesk has it. */

import { sendReply } from "./wire.js";

/** Wire the composer; `afterwards` tells whether the message is on this ticket. */
export function startComposer(address, afterwards) {
  const form = document.getElementById("composer");
  const box = document.getElementById("reply");
  const send = document.getElementById("send");
  const state = document.getElementById("composer-state");
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
      await sendReply(address, text);
      if (box.value === text) box.value = "";
      say((await afterwards()) ? "Sent as the customer." : "Sent. It is not on this one: a new one in the list has it.");
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
