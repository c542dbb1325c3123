/** One flag: its name and what the customer lived through; opened, what shows it, and the agent's verdict on it. */

import { LightningElement, api } from 'lwc';
import { REASONS } from 'c/sidelightView';

/** Whether it is the second press of a double click, which nobody means; it may fall on what the first has put there. */
const isAgain = (event) => event.detail > 1;

export default class SidelightFlag extends LightningElement {
  /** As c/sidelightView draws a flag. */
  @api flag;
  @api texts;

  isOpen = false;
  isAsking = false;
  /** What has the focus after the next drawing, where what had it is gone. */
  focusNext;

  @api
  focus() {
    this.template.querySelector('[data-act="open"]').focus();
  }

  renderedCallback() {
    const aim = this.focusNext;
    this.focusNext = undefined;
    if (aim !== undefined) {
      this.template.querySelector(aim)?.focus();
    }
  }

  toggle() {
    this.isOpen = !this.isOpen;
    this.isAsking = false;
  }

  /** Wrong is only told once its reason is; until then nothing has happened. */
  ask(event) {
    if (isAgain(event)) {
      return;
    }
    this.isAsking = true;
    this.focusNext = '[data-reason]';
  }

  cancel() {
    this.isAsking = false;
    this.focusNext = '[data-act="wrong"]';
  }

  markWrong(event) {
    if (isAgain(event)) {
      return;
    }
    this.tell('-', event.currentTarget.dataset.reason || null);
  }

  /** Pressed again, it is taken back. */
  markRight(event) {
    if (!isAgain(event)) {
      this.tell(this.flag.right ? '=' : '+', null);
    }
  }

  tell(sign, reason) {
    this.dispatchEvent(new CustomEvent('judge', { detail: { kind: this.flag.kind, sign, reason } }));
  }

  /** With the space that keeps it from the name, for those who hear it. */
  get severity() {
    return ` (${this.flag.severityName})`;
  }

  /** Whether its sentence stands below its name; where the headline says it, it stands in the details. */
  get isOnLine() {
    return !this.flag.isSaid;
  }

  get loud() {
    return this.flag.loud ? 'yes' : 'no';
  }

  get expanded() {
    return this.isOpen ? 'true' : 'false';
  }

  get chevron() {
    return this.isOpen ? 'chevron turned' : 'chevron';
  }

  get pressed() {
    return this.flag.right ? 'true' : 'false';
  }

  get reasons() {
    const named = REASONS.map((letter) => ({ letter, text: this.texts[`reason.${letter}`] }));
    return [...named, { letter: '', text: this.texts.just_wrong }];
  }
}
