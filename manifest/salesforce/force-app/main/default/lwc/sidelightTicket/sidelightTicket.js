/** A ticket: a case of this org opens in place, one of another helpdesk in a tab of its own. */

import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

const CASE_ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

export default class SidelightTicket extends NavigationMixin(LightningElement) {
  /** As c/sidelightView draws a ticket. */
  @api ticket;
  @api texts;

  get isNear() {
    const { near, own, id } = this.ticket;
    return near && !own && CASE_ID.test(id);
  }

  get isFar() {
    const { near, own, url } = this.ticket;
    return !near && !own && url !== '';
  }

  /** With the space that keeps it from the ticket, for those who hear it. */
  get note() {
    return ` ${this.texts.opens_new_tab}`;
  }

  /** Of its id alone: nobody's word is needed for where a case of this org is. */
  get address() {
    return `/lightning/r/Case/${this.ticket.id}/view`;
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
