/** The first sentence, which the agent may copy into a reply; it is never sent from here. */

import { LightningElement, api } from 'lwc';

export default class SidelightOpening extends LightningElement {
  @api text;
  @api texts;

  async copy() {
    const copied = (await this.toClipboard()) || this.bySelection();
    this.dispatchEvent(new CustomEvent('said', { detail: copied ? this.texts.copied : this.texts.copy_failed }));
  }

  async toClipboard() {
    try {
      await navigator.clipboard.writeText(this.text);
      return true;
    } catch {
      return false;
    }
  }

  /** The older way, where the page may not use the clipboard; what is selected stays so, ready for Ctrl-C. */
  bySelection() {
    window.getSelection().selectAllChildren(this.template.querySelector('[data-part="opening-text"]'));
    try {
      return document.execCommand('copy');
    } catch {
      return false;
    }
  }
}
