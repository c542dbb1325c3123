/** A ticket: a case of this org opens in place, one of another helpdesk in a tab of its own. */

import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

const CASE_ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

export default class SidelightTicket extends NavigationMixin(LightningElement) {
  /** As c/sidelightView draws a ticket. */
  @api ticket;
  @api texts;

  get isLink() {
    return this.ticket.url !== '' && !this.ticket.own;
  }

  get isNear() {
    return this.ticket.near && CASE_ID.test(this.ticket.id);
  }

  open(event) {
    // whoever asks the browser for a tab or window of its own gets it
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
      return;
    }
    event.preventDefault();
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { objectApiName: 'Case', recordId: this.ticket.id, actionName: 'view' }
    });
  }
}
