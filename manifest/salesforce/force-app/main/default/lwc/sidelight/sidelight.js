/**
 * Sidelight's sidebar on a case: reads the fields that Sidelight wrote, with the reader's own rights, and writes what the
 * agent says of a flag into one of them.
 *
 * What is shown is decided in c/sidelightView; this only asks Salesforce and draws.
 */

import { LightningElement, api, wire } from 'lwc';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import dir from '@salesforce/i18n/dir';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import userId from '@salesforce/user/Id';
import { buildView, writeFeedback } from 'c/sidelightView';
import { texts } from 'c/sidelightWords';
import { FIELDS, MAILS, MAIL_FIELDS, MAIL_ORDER, UNREAD, fullId, readMails, readRecord } from './reading';
import { Rereading } from './rereading';
import { shape } from './shape';
import { writeVerdict } from './writing';

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
  /** Verdicts, each with its case, that are drawn before Salesforce has taken them. */
  pending = [];
  /** Cases that were left while a verdict on them was on its way, as they were read last, by id. */
  behind = new Map();
  /** The one of them that is being read again. */
  left;
  writing = Promise.resolve();

  rereading = new Rereading({ draw: () => this.draw(), read: () => this.read(), isShown: () => this.isShown() });

  @api
  get recordId() {
    return this.caseId;
  }

  set recordId(id) {
    if (this.isAwaited(this.caseId) && this.record.access === 'ok') {
      this.behind.set(this.caseId, this.record);
    }
    Object.assign(this, { caseId: id, asked: id, mailsOf: id, record: UNREAD, customerAt: null, said: '' });
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

  @wire(getRecord, { recordId: '$left', optionalFields: '$fields' })
  tookLeft({ data }) {
    if (data !== undefined && this.behind.has(this.left) && fullId(data.id) === fullId(this.left)) {
      this.behind.set(this.left, readRecord({ data }));
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
      this.template.querySelector(aim)?.closest('[data-dismissed]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  draw() {
    const { caseId, record } = this;
    const pending = this.pending.filter((one) => one.id === caseId).map((one) => one.entry);
    const kinds = pending.map((entry) => entry.kind);
    const feedback = pending.reduce((text, entry) => writeFeedback(text, entry, kinds) ?? text, record.feedback);
    const view = buildView({
      ...record,
      feedback,
      customerAt: this.customerAt,
      user: fullId(userId),
      texts: this.texts,
      locale,
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
    const verdict = { id: this.caseId, kinds: this.view.kinds ?? [], entry };
    this.said = '';
    this.pending = [...this.pending, verdict];
    this.draw();
    this.writing = this.writing.then(() => this.write(verdict));
  }

  async write(verdict) {
    const { id, entry } = verdict;
    const { outcome, feedback } = await writeVerdict(verdict, () => this.readForWriting(id));
    this.pending = this.pending.filter((one) => one !== verdict);
    if (feedback !== undefined) {
      this.keep(id, { feedback });
    }
    if (!this.isAwaited(id)) {
      this.behind.delete(id);
      this.left = undefined;
    }
    if (this.caseId === id) {
      this.say(this.texts[outcome]);
      this.draw();
    } else if (feedback === undefined) {
      // the agent looks at another case by now
      this.say(`${this.texts[`flag.${entry.kind}`] ?? entry.kind}: ${this.texts[outcome]}`);
    }
  }

  /** Return what stands in a case now: others may have written meanwhile, and the field is one text for all. */
  async readForWriting(id) {
    if (this.caseId === id) {
      await notifyRecordUpdateAvailable([{ recordId: id }]);
    }
    if (this.caseId !== id) {
      this.left = id;
      // the wire takes its new id with the next turn
      await Promise.resolve();
      await notifyRecordUpdateAvailable([{ recordId: id }]);
    }
    const found = this.caseId === id && this.record.access === 'ok' ? this.record : this.behind.get(id);
    if (found?.access !== 'ok') {
      throw new Error('nothing is known of the case');
    }
    return found;
  }

  keep(id, change) {
    if (this.caseId === id) {
      this.record = { ...this.record, ...change };
    }
    if (this.behind.has(id)) {
      this.behind.set(id, { ...this.behind.get(id), ...change });
    }
  }

  isAwaited(id) {
    return this.pending.some((one) => one.id === id);
  }

  judgeFlag(event) {
    if (event.detail.sign === '-') {
      this.focusNext = `[data-dismissed="${event.detail.kind}"] button`;
    }
    this.judge(event);
  }

  undo(event) {
    // the second press of a double click, which nobody means
    if (event.detail > 1) {
      return;
    }
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
