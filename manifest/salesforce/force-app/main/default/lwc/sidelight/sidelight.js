/**
 * Sidelight's sidebar on a case: reads the fields that Sidelight wrote, with the reader's own rights, and writes what the
 * agent says of a flag into one of them.
 *
 * What is shown is decided in c/sidelightView; this only asks Salesforce and draws.
 */

import { LightningElement, api, wire } from 'lwc';
import { getRecord, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import dir from '@salesforce/i18n/dir';
import lang from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import userId from '@salesforce/user/Id';
import { buildView, writeFeedback } from 'c/sidelightView';
import { texts } from 'c/sidelightWords';
import { FEEDBACK, FIELDS, MAILS, MAIL_FIELDS, MAIL_ORDER, UNREAD, fullId, readMails, readRecord, spokenHere } from './reading';
import { Rereading } from './rereading';
import { shape } from './shape';

/** How long what was said stands there. */
const SAID_MS = 10000;

export default class Sidelight extends LightningElement {
  texts = texts();
  mailFields = MAIL_FIELDS;
  mailOrder = MAIL_ORDER;
  mailCount = MAILS;
  fields = FIELDS;

  view;
  said = '';
  /** Which of the folded lists are open. */
  open = { flags: false, told: false };
  /** What has the focus after the next drawing, where what had it is gone. */
  focusNext;

  caseId;
  /** The id that the wires are asked with: taken away and given back where they are to ask anew. */
  asked;
  mailsOf;

  record = UNREAD;
  customerAt = null;
  /** Verdicts that are drawn before Salesforce has taken them. */
  pending = [];
  writing = Promise.resolve();

  rereading = new Rereading({ draw: () => this.draw(), read: () => this.read(), isShown: () => this.isShown() });

  @api
  get recordId() {
    return this.caseId;
  }

  set recordId(id) {
    Object.assign(this, { caseId: id, asked: id, mailsOf: id, record: UNREAD, customerAt: null, pending: [], said: '' });
    this.open = { flags: false, told: false };
    this.draw();
  }

  @wire(getRecord, { recordId: '$asked', optionalFields: '$fields' })
  tookRecord({ data, error }) {
    const answered = data !== undefined || error !== undefined;
    const found = answered ? readRecord({ data, error }) : UNREAD;
    // where one look fails, what an earlier one found is better than nothing
    if (answered && !(found.access === 'failed' && this.record.access === 'ok')) {
      this.record = found;
      this.draw();
    }
  }

  @wire(getRelatedListRecords, {
    parentRecordId: '$mailsOf',
    relatedListId: 'EmailMessages',
    fields: '$mailFields',
    sortBy: '$mailOrder',
    pageSize: '$mailCount'
  })
  tookMails({ data }) {
    // an org without Email-to-Case has no such list: then nobody knows when the customer last wrote
    if (data !== undefined) {
      this.customerAt = readMails(data.records);
      this.draw();
    }
  }

  connectedCallback() {
    this.rereading.start();
    this.draw();
  }

  disconnectedCallback() {
    this.rereading.stop();
    clearTimeout(this.silence);
  }

  renderedCallback() {
    const aim = this.focusNext;
    this.focusNext = undefined;
    if (aim !== undefined) {
      (this.template.querySelector(aim) ?? this.template.querySelector('[data-sidelight]')).focus();
    }
  }

  draw() {
    const { pending, record } = this;
    const kinds = pending.map((entry) => entry.kind);
    const feedback = pending.reduce((text, entry) => writeFeedback(text, entry, kinds) ?? text, record.feedback);
    const view = buildView({
      ...record,
      feedback,
      customerAt: this.customerAt,
      user: fullId(userId),
      texts: this.texts,
      locale: spokenHere(lang, locale),
      timeZone,
      now: Date.now()
    });
    this.view = shape(view, { open: this.open, texts: this.texts });
    this.rereading.expect(view.again);
  }

  /** Whether the card takes any room: in a console, it also lives on tabs that lie behind others. */
  isShown() {
    return this.template.querySelector('[data-sidelight]').getClientRects().length > 0;
  }

  /** Have Salesforce asked again; the wires bring what it says. */
  async read() {
    const { asked } = this;
    this.mailsOf = undefined;
    if (this.record.access === 'ok') {
      await notifyRecordUpdateAvailable([{ recordId: asked }]).catch(() => {});
    } else {
      // there is no copy that could be refreshed
      this.asked = undefined;
      await Promise.resolve();
    }
    if (this.caseId === asked) {
      Object.assign(this, { asked, mailsOf: asked });
    }
  }

  lookAgain() {
    this.read();
  }

  /** One verdict of the agent's: drawn at once, written in turn. */
  judge({ detail }) {
    const entry = { user: fullId(userId), reason: null, ...detail, at: Math.floor(Date.now() / 1000) };
    this.said = '';
    this.pending = [...this.pending, entry];
    this.draw();
    const id = this.caseId;
    this.writing = this.writing.then(() => this.write(id, entry));
  }

  async write(id, entry) {
    let outcome = 'judge_failed';
    try {
      // first what others may have written meanwhile: the field is one text for all
      await notifyRecordUpdateAvailable([{ recordId: id }]);
      outcome = await this.put(id, entry);
    } catch {
      // the verdict goes from the page again, and the agent is told
    }
    this.pending = this.pending.filter((one) => one !== entry);
    if (this.caseId === id) {
      this.say(this.texts[outcome]);
      this.draw();
    }
  }

  async put(id, entry) {
    if (this.caseId !== id) {
      throw new Error('another case is open');
    }
    const text = writeFeedback(this.record.feedback, entry, this.view.kinds ?? []);
    if (text === null) {
      return 'judge_full';
    }
    await updateRecord({ fields: { Id: id, [FEEDBACK]: text } });
    if (this.caseId === id) {
      this.record = { ...this.record, feedback: text };
    }
    return 'noted';
  }

  judgeFlag(event) {
    if (event.detail.sign === '-') {
      this.focusNext = `[data-dismissed="${event.detail.kind}"] button`;
    }
    this.judge(event);
  }

  undo(event) {
    const { kind } = event.currentTarget.dataset;
    this.focusNext = `[data-key="${kind}"]`;
    this.judge({ detail: { kind, sign: '=' } });
  }

  tell(event) {
    this.say(event.detail);
  }

  /** Say it for a while, what went well and what did not; those who cannot see it have it read to them. */
  say(text) {
    clearTimeout(this.silence);
    this.said = text;
    this.silence = setTimeout(() => {
      this.said = '';
    }, SAID_MS);
  }

  fold(event) {
    const { list } = event.currentTarget.dataset;
    this.open = { ...this.open, [list]: !this.open[list] };
    this.draw();
  }

  get saidStyle() {
    return this.said === '' ? 'said' : 'said pill';
  }

  get direction() {
    return dir;
  }
}
