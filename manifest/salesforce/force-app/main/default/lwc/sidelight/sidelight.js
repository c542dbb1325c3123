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

/** By level of frustration: only what is amiss has a colour. */
const MOODS = { 2: 'badge warm', 3: 'badge hot' };

export default class Sidelight extends LightningElement {
  texts = texts();
  mailFields = MAIL_FIELDS;
  mailOrder = MAIL_ORDER;
  mailCount = MAILS;
  fields = FIELDS;

  view = {};
  said = '';
  showsAllFlags = false;
  showsAllTold = false;
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

  rereading = new Rereading({ draw: () => this.draw(), read: () => this.read() });

  @api
  get recordId() {
    return this.caseId;
  }

  set recordId(id) {
    Object.assign(this, { caseId: id, asked: id, mailsOf: id, record: UNREAD, customerAt: null, pending: [], said: '' });
    Object.assign(this, { showsAllFlags: false, showsAllTold: false });
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
    this.view = buildView({
      ...record,
      feedback,
      customerAt: this.customerAt,
      user: fullId(userId),
      texts: this.texts,
      locale: spokenHere(lang, locale),
      timeZone,
      now: Date.now()
    });
    this.rereading.expect(this.view.again);
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
    this.writing = this.writing.then(() => this.write(this.caseId, entry));
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
      this.said = this.texts[outcome];
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
    this.said = event.detail;
  }

  foldFlags() {
    this.showsAllFlags = !this.showsAllFlags;
  }

  foldTold() {
    this.showsAllTold = !this.showsAllTold;
  }

  get direction() {
    return dir;
  }

  get busy() {
    return this.isLoading ? 'true' : 'false';
  }

  get isLoading() {
    return this.view.state === 'loading';
  }

  get isReady() {
    return this.view.state === 'ready';
  }

  get hasSummary() {
    return this.view.summary.length > 0;
  }

  get summary() {
    return this.view.summary.map((one) => ({ ...one, style: MOODS[one.level] ?? 'badge' }));
  }

  get hasFlags() {
    return this.view.flags.length > 0;
  }

  get flags() {
    return this.view.flags.filter((flag) => this.showsAllFlags || !flag.folded);
  }

  get flagsFold() {
    return this.foldOf(this.view.flags, this.showsAllFlags);
  }

  get flagsOpen() {
    return String(this.showsAllFlags);
  }

  get hasDismissed() {
    return this.dismissed.length > 0;
  }

  get dismissed() {
    return (this.view.dismissed ?? []).map((one) => ({ ...one, undo: `${this.texts.undo}: ${one.says}` }));
  }

  get hasTold() {
    return this.view.told.length > 0;
  }

  get told() {
    const shown = this.view.told.filter((fact) => this.showsAllTold || !fact.folded);
    return shown.map((fact) => ({ ...fact, style: fact.hidden ? 'value withheld' : 'value' }));
  }

  get toldFold() {
    return this.foldOf(this.view.told, this.showsAllTold);
  }

  get toldOpen() {
    return String(this.showsAllTold);
  }

  get hasPromises() {
    return this.view.promises.length > 0;
  }

  get promises() {
    return this.view.promises.map((one) => ({
      ...one,
      style: one.state === 'overdue' ? 'left overdue' : 'left',
      terms: one.by === '' ? one.due : `${one.due} · ${one.by}`
    }));
  }

  get hasHistory() {
    return this.view.history.length > 0;
  }

  /** What the button below a list says; nothing where the list is short. */
  foldOf(list, open) {
    if (!list.some((one) => one.folded)) {
      return '';
    }
    return open ? this.texts.show_fewer : this.texts.show_all.replace('{n}', String(list.length));
  }
}
