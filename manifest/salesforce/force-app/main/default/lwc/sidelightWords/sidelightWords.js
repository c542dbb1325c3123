/** The sidebar's texts in the reader's language. Written by manifest/labels.py; change the texts there. */
import Sidelight_advice from '@salesforce/label/c.Sidelight_advice';
import Sidelight_another_ticket from '@salesforce/label/c.Sidelight_another_ticket';
import Sidelight_broken from '@salesforce/label/c.Sidelight_broken';
import Sidelight_by_agent from '@salesforce/label/c.Sidelight_by_agent';
import Sidelight_by_automation from '@salesforce/label/c.Sidelight_by_automation';
import Sidelight_by_bot from '@salesforce/label/c.Sidelight_by_bot';
import Sidelight_by_customer from '@salesforce/label/c.Sidelight_by_customer';
import Sidelight_by_sidelight from '@salesforce/label/c.Sidelight_by_sidelight';
import Sidelight_cancel from '@salesforce/label/c.Sidelight_cancel';
import Sidelight_channel_api from '@salesforce/label/c.Sidelight_channel_api';
import Sidelight_channel_chat from '@salesforce/label/c.Sidelight_channel_chat';
import Sidelight_channel_email from '@salesforce/label/c.Sidelight_channel_email';
import Sidelight_channel_messaging from '@salesforce/label/c.Sidelight_channel_messaging';
import Sidelight_channel_phone from '@salesforce/label/c.Sidelight_channel_phone';
import Sidelight_channel_social from '@salesforce/label/c.Sidelight_channel_social';
import Sidelight_channel_web from '@salesforce/label/c.Sidelight_channel_web';
import Sidelight_closed from '@salesforce/label/c.Sidelight_closed';
import Sidelight_contacts_one from '@salesforce/label/c.Sidelight_contacts_one';
import Sidelight_contacts_other from '@salesforce/label/c.Sidelight_contacts_other';
import Sidelight_copied from '@salesforce/label/c.Sidelight_copied';
import Sidelight_copy from '@salesforce/label/c.Sidelight_copy';
import Sidelight_copy_failed from '@salesforce/label/c.Sidelight_copy_failed';
import Sidelight_denied from '@salesforce/label/c.Sidelight_denied';
import Sidelight_due_kept from '@salesforce/label/c.Sidelight_due_kept';
import Sidelight_due_open from '@salesforce/label/c.Sidelight_due_open';
import Sidelight_due_withdrawn from '@salesforce/label/c.Sidelight_due_withdrawn';
import Sidelight_effort from '@salesforce/label/c.Sidelight_effort';
import Sidelight_effort_channel_switches_one from '@salesforce/label/c.Sidelight_effort_channel_switches_one';
import Sidelight_effort_channel_switches_other from '@salesforce/label/c.Sidelight_effort_channel_switches_other';
import Sidelight_effort_chasers_one from '@salesforce/label/c.Sidelight_effort_chasers_one';
import Sidelight_effort_chasers_other from '@salesforce/label/c.Sidelight_effort_chasers_other';
import Sidelight_effort_re_asks_one from '@salesforce/label/c.Sidelight_effort_re_asks_one';
import Sidelight_effort_re_asks_other from '@salesforce/label/c.Sidelight_effort_re_asks_other';
import Sidelight_effort_reopenings_one from '@salesforce/label/c.Sidelight_effort_reopenings_one';
import Sidelight_effort_reopenings_other from '@salesforce/label/c.Sidelight_effort_reopenings_other';
import Sidelight_effort_repeats_one from '@salesforce/label/c.Sidelight_effort_repeats_one';
import Sidelight_effort_repeats_other from '@salesforce/label/c.Sidelight_effort_repeats_other';
import Sidelight_effort_transfers_one from '@salesforce/label/c.Sidelight_effort_transfers_one';
import Sidelight_effort_transfers_other from '@salesforce/label/c.Sidelight_effort_transfers_other';
import Sidelight_effort_waits_one from '@salesforce/label/c.Sidelight_effort_waits_one';
import Sidelight_effort_waits_other from '@salesforce/label/c.Sidelight_effort_waits_other';
import Sidelight_effort_of from '@salesforce/label/c.Sidelight_effort_of';
import Sidelight_evidence from '@salesforce/label/c.Sidelight_evidence';
import Sidelight_fact_address from '@salesforce/label/c.Sidelight_fact_address';
import Sidelight_fact_amount from '@salesforce/label/c.Sidelight_fact_amount';
import Sidelight_fact_booking_number from '@salesforce/label/c.Sidelight_fact_booking_number';
import Sidelight_fact_browser from '@salesforce/label/c.Sidelight_fact_browser';
import Sidelight_fact_card_last4 from '@salesforce/label/c.Sidelight_fact_card_last4';
import Sidelight_fact_card_number from '@salesforce/label/c.Sidelight_fact_card_number';
import Sidelight_fact_claim_number from '@salesforce/label/c.Sidelight_fact_claim_number';
import Sidelight_fact_code from '@salesforce/label/c.Sidelight_fact_code';
import Sidelight_fact_contract_number from '@salesforce/label/c.Sidelight_fact_contract_number';
import Sidelight_fact_customer_number from '@salesforce/label/c.Sidelight_fact_customer_number';
import Sidelight_fact_date from '@salesforce/label/c.Sidelight_fact_date';
import Sidelight_fact_date_of_birth from '@salesforce/label/c.Sidelight_fact_date_of_birth';
import Sidelight_fact_day from '@salesforce/label/c.Sidelight_fact_day';
import Sidelight_fact_decision from '@salesforce/label/c.Sidelight_fact_decision';
import Sidelight_fact_description from '@salesforce/label/c.Sidelight_fact_description';
import Sidelight_fact_device from '@salesforce/label/c.Sidelight_fact_device';
import Sidelight_fact_doctor from '@salesforce/label/c.Sidelight_fact_doctor';
import Sidelight_fact_document from '@salesforce/label/c.Sidelight_fact_document';
import Sidelight_fact_email from '@salesforce/label/c.Sidelight_fact_email';
import Sidelight_fact_end_time from '@salesforce/label/c.Sidelight_fact_end_time';
import Sidelight_fact_error_message from '@salesforce/label/c.Sidelight_fact_error_message';
import Sidelight_fact_host from '@salesforce/label/c.Sidelight_fact_host';
import Sidelight_fact_iban from '@salesforce/label/c.Sidelight_fact_iban';
import Sidelight_fact_invoice_number from '@salesforce/label/c.Sidelight_fact_invoice_number';
import Sidelight_fact_item from '@salesforce/label/c.Sidelight_fact_item';
import Sidelight_fact_location from '@salesforce/label/c.Sidelight_fact_location';
import Sidelight_fact_mileage from '@salesforce/label/c.Sidelight_fact_mileage';
import Sidelight_fact_name from '@salesforce/label/c.Sidelight_fact_name';
import Sidelight_fact_national_id from '@salesforce/label/c.Sidelight_fact_national_id';
import Sidelight_fact_number from '@salesforce/label/c.Sidelight_fact_number';
import Sidelight_fact_order_number from '@salesforce/label/c.Sidelight_fact_order_number';
import Sidelight_fact_other from '@salesforce/label/c.Sidelight_fact_other';
import Sidelight_fact_password from '@salesforce/label/c.Sidelight_fact_password';
import Sidelight_fact_phone from '@salesforce/label/c.Sidelight_fact_phone';
import Sidelight_fact_photo from '@salesforce/label/c.Sidelight_fact_photo';
import Sidelight_fact_pin from '@salesforce/label/c.Sidelight_fact_pin';
import Sidelight_fact_place from '@salesforce/label/c.Sidelight_fact_place';
import Sidelight_fact_place_from from '@salesforce/label/c.Sidelight_fact_place_from';
import Sidelight_fact_place_to from '@salesforce/label/c.Sidelight_fact_place_to';
import Sidelight_fact_postcode from '@salesforce/label/c.Sidelight_fact_postcode';
import Sidelight_fact_price_range from '@salesforce/label/c.Sidelight_fact_price_range';
import Sidelight_fact_quantity from '@salesforce/label/c.Sidelight_fact_quantity';
import Sidelight_fact_reference from '@salesforce/label/c.Sidelight_fact_reference';
import Sidelight_fact_room_number from '@salesforce/label/c.Sidelight_fact_room_number';
import Sidelight_fact_security_answer from '@salesforce/label/c.Sidelight_fact_security_answer';
import Sidelight_fact_serial_number from '@salesforce/label/c.Sidelight_fact_serial_number';
import Sidelight_fact_step_tried from '@salesforce/label/c.Sidelight_fact_step_tried';
import Sidelight_fact_symptom from '@salesforce/label/c.Sidelight_fact_symptom';
import Sidelight_fact_time from '@salesforce/label/c.Sidelight_fact_time';
import Sidelight_fact_tracking_number from '@salesforce/label/c.Sidelight_fact_tracking_number';
import Sidelight_fact_version from '@salesforce/label/c.Sidelight_fact_version';
import Sidelight_fact_when from '@salesforce/label/c.Sidelight_fact_when';
import Sidelight_failed from '@salesforce/label/c.Sidelight_failed';
import Sidelight_figure from '@salesforce/label/c.Sidelight_figure';
import Sidelight_flag_asked_again from '@salesforce/label/c.Sidelight_flag_asked_again';
import Sidelight_flag_channel_switch from '@salesforce/label/c.Sidelight_flag_channel_switch';
import Sidelight_flag_context_lost from '@salesforce/label/c.Sidelight_flag_context_lost';
import Sidelight_flag_deflected_again from '@salesforce/label/c.Sidelight_flag_deflected_again';
import Sidelight_flag_good_score_bad_experience from '@salesforce/label/c.Sidelight_flag_good_score_bad_experience';
import Sidelight_flag_hollow_resolution from '@salesforce/label/c.Sidelight_flag_hollow_resolution';
import Sidelight_flag_known_issue from '@salesforce/label/c.Sidelight_flag_known_issue';
import Sidelight_flag_language_mismatch from '@salesforce/label/c.Sidelight_flag_language_mismatch';
import Sidelight_flag_left_waiting from '@salesforce/label/c.Sidelight_flag_left_waiting';
import Sidelight_flag_promise_overdue from '@salesforce/label/c.Sidelight_flag_promise_overdue';
import Sidelight_flag_repeat_contact from '@salesforce/label/c.Sidelight_flag_repeat_contact';
import Sidelight_flag_rising_frustration from '@salesforce/label/c.Sidelight_flag_rising_frustration';
import Sidelight_flag_rushed from '@salesforce/label/c.Sidelight_flag_rushed';
import Sidelight_flag_scripted_empathy from '@salesforce/label/c.Sidelight_flag_scripted_empathy';
import Sidelight_flag_unanswered_question from '@salesforce/label/c.Sidelight_flag_unanswered_question';
import Sidelight_flags from '@salesforce/label/c.Sidelight_flags';
import Sidelight_given_hidden from '@salesforce/label/c.Sidelight_given_hidden';
import Sidelight_gone from '@salesforce/label/c.Sidelight_gone';
import Sidelight_history from '@salesforce/label/c.Sidelight_history';
import Sidelight_judge from '@salesforce/label/c.Sidelight_judge';
import Sidelight_judge_failed from '@salesforce/label/c.Sidelight_judge_failed';
import Sidelight_judge_full from '@salesforce/label/c.Sidelight_judge_full';
import Sidelight_just_wrong from '@salesforce/label/c.Sidelight_just_wrong';
import Sidelight_known from '@salesforce/label/c.Sidelight_known';
import Sidelight_language from '@salesforce/label/c.Sidelight_language';
import Sidelight_late from '@salesforce/label/c.Sidelight_late';
import Sidelight_loading from '@salesforce/label/c.Sidelight_loading';
import Sidelight_look_again from '@salesforce/label/c.Sidelight_look_again';
import Sidelight_marked_wrong from '@salesforce/label/c.Sidelight_marked_wrong';
import Sidelight_missing from '@salesforce/label/c.Sidelight_missing';
import Sidelight_mood_0 from '@salesforce/label/c.Sidelight_mood_0';
import Sidelight_mood_1 from '@salesforce/label/c.Sidelight_mood_1';
import Sidelight_mood_2 from '@salesforce/label/c.Sidelight_mood_2';
import Sidelight_mood_3 from '@salesforce/label/c.Sidelight_mood_3';
import Sidelight_newer from '@salesforce/label/c.Sidelight_newer';
import Sidelight_noted from '@salesforce/label/c.Sidelight_noted';
import Sidelight_opening from '@salesforce/label/c.Sidelight_opening';
import Sidelight_opens_new_tab from '@salesforce/label/c.Sidelight_opens_new_tab';
import Sidelight_problem from '@salesforce/label/c.Sidelight_problem';
import Sidelight_promise_action from '@salesforce/label/c.Sidelight_promise_action';
import Sidelight_promise_answer from '@salesforce/label/c.Sidelight_promise_answer';
import Sidelight_promise_call from '@salesforce/label/c.Sidelight_promise_call';
import Sidelight_promise_correction from '@salesforce/label/c.Sidelight_promise_correction';
import Sidelight_promise_delivery from '@salesforce/label/c.Sidelight_promise_delivery';
import Sidelight_promise_refund from '@salesforce/label/c.Sidelight_promise_refund';
import Sidelight_promise_visit from '@salesforce/label/c.Sidelight_promise_visit';
import Sidelight_promised_by from '@salesforce/label/c.Sidelight_promised_by';
import Sidelight_promises from '@salesforce/label/c.Sidelight_promises';
import Sidelight_quiet from '@salesforce/label/c.Sidelight_quiet';
import Sidelight_reason_d from '@salesforce/label/c.Sidelight_reason_d';
import Sidelight_reason_m from '@salesforce/label/c.Sidelight_reason_m';
import Sidelight_reason_o from '@salesforce/label/c.Sidelight_reason_o';
import Sidelight_reason_u from '@salesforce/label/c.Sidelight_reason_u';
import Sidelight_right from '@salesforce/label/c.Sidelight_right';
import Sidelight_severity_high from '@salesforce/label/c.Sidelight_severity_high';
import Sidelight_severity_low from '@salesforce/label/c.Sidelight_severity_low';
import Sidelight_severity_medium from '@salesforce/label/c.Sidelight_severity_medium';
import Sidelight_show_all from '@salesforce/label/c.Sidelight_show_all';
import Sidelight_show_fewer from '@salesforce/label/c.Sidelight_show_fewer';
import Sidelight_stale from '@salesforce/label/c.Sidelight_stale';
import Sidelight_status_closed from '@salesforce/label/c.Sidelight_status_closed';
import Sidelight_status_hold from '@salesforce/label/c.Sidelight_status_hold';
import Sidelight_status_new from '@salesforce/label/c.Sidelight_status_new';
import Sidelight_status_open from '@salesforce/label/c.Sidelight_status_open';
import Sidelight_status_pending from '@salesforce/label/c.Sidelight_status_pending';
import Sidelight_status_solved from '@salesforce/label/c.Sidelight_status_solved';
import Sidelight_this_ticket from '@salesforce/label/c.Sidelight_this_ticket';
import Sidelight_told from '@salesforce/label/c.Sidelight_told';
import Sidelight_told_to from '@salesforce/label/c.Sidelight_told_to';
import Sidelight_undo from '@salesforce/label/c.Sidelight_undo';
import Sidelight_waiting from '@salesforce/label/c.Sidelight_waiting';
import Sidelight_why_wrong from '@salesforce/label/c.Sidelight_why_wrong';
import Sidelight_wrong from '@salesforce/label/c.Sidelight_wrong';

/** Return the texts by key, as buildView wants them. */
export function texts() {
  return {
    'advice': Sidelight_advice, 'another_ticket': Sidelight_another_ticket, 'broken': Sidelight_broken,
    'by.agent': Sidelight_by_agent, 'by.automation': Sidelight_by_automation, 'by.bot': Sidelight_by_bot,
    'by.customer': Sidelight_by_customer, 'by.sidelight': Sidelight_by_sidelight, 'cancel': Sidelight_cancel,
    'channel.api': Sidelight_channel_api, 'channel.chat': Sidelight_channel_chat,
    'channel.email': Sidelight_channel_email, 'channel.messaging': Sidelight_channel_messaging,
    'channel.phone': Sidelight_channel_phone, 'channel.social': Sidelight_channel_social,
    'channel.web': Sidelight_channel_web, 'closed': Sidelight_closed, 'contacts.one': Sidelight_contacts_one,
    'contacts.other': Sidelight_contacts_other, 'copied': Sidelight_copied, 'copy': Sidelight_copy,
    'copy_failed': Sidelight_copy_failed, 'denied': Sidelight_denied, 'due.kept': Sidelight_due_kept,
    'due.open': Sidelight_due_open, 'due.withdrawn': Sidelight_due_withdrawn, 'effort': Sidelight_effort,
    'effort.channel_switches.one': Sidelight_effort_channel_switches_one,
    'effort.channel_switches.other': Sidelight_effort_channel_switches_other,
    'effort.chasers.one': Sidelight_effort_chasers_one, 'effort.chasers.other': Sidelight_effort_chasers_other,
    'effort.re_asks.one': Sidelight_effort_re_asks_one, 'effort.re_asks.other': Sidelight_effort_re_asks_other,
    'effort.reopenings.one': Sidelight_effort_reopenings_one,
    'effort.reopenings.other': Sidelight_effort_reopenings_other, 'effort.repeats.one': Sidelight_effort_repeats_one,
    'effort.repeats.other': Sidelight_effort_repeats_other, 'effort.transfers.one': Sidelight_effort_transfers_one,
    'effort.transfers.other': Sidelight_effort_transfers_other, 'effort.waits.one': Sidelight_effort_waits_one,
    'effort.waits.other': Sidelight_effort_waits_other, 'effort_of': Sidelight_effort_of,
    'evidence': Sidelight_evidence, 'fact.address': Sidelight_fact_address, 'fact.amount': Sidelight_fact_amount,
    'fact.booking_number': Sidelight_fact_booking_number, 'fact.browser': Sidelight_fact_browser,
    'fact.card_last4': Sidelight_fact_card_last4, 'fact.card_number': Sidelight_fact_card_number,
    'fact.claim_number': Sidelight_fact_claim_number, 'fact.code': Sidelight_fact_code,
    'fact.contract_number': Sidelight_fact_contract_number, 'fact.customer_number': Sidelight_fact_customer_number,
    'fact.date': Sidelight_fact_date, 'fact.date_of_birth': Sidelight_fact_date_of_birth,
    'fact.day': Sidelight_fact_day, 'fact.decision': Sidelight_fact_decision,
    'fact.description': Sidelight_fact_description, 'fact.device': Sidelight_fact_device,
    'fact.doctor': Sidelight_fact_doctor, 'fact.document': Sidelight_fact_document,
    'fact.email': Sidelight_fact_email, 'fact.end_time': Sidelight_fact_end_time,
    'fact.error_message': Sidelight_fact_error_message, 'fact.host': Sidelight_fact_host,
    'fact.iban': Sidelight_fact_iban, 'fact.invoice_number': Sidelight_fact_invoice_number,
    'fact.item': Sidelight_fact_item, 'fact.location': Sidelight_fact_location,
    'fact.mileage': Sidelight_fact_mileage, 'fact.name': Sidelight_fact_name,
    'fact.national_id': Sidelight_fact_national_id, 'fact.number': Sidelight_fact_number,
    'fact.order_number': Sidelight_fact_order_number, 'fact.other': Sidelight_fact_other,
    'fact.password': Sidelight_fact_password, 'fact.phone': Sidelight_fact_phone, 'fact.photo': Sidelight_fact_photo,
    'fact.pin': Sidelight_fact_pin, 'fact.place': Sidelight_fact_place, 'fact.place_from': Sidelight_fact_place_from,
    'fact.place_to': Sidelight_fact_place_to, 'fact.postcode': Sidelight_fact_postcode,
    'fact.price_range': Sidelight_fact_price_range, 'fact.quantity': Sidelight_fact_quantity,
    'fact.reference': Sidelight_fact_reference, 'fact.room_number': Sidelight_fact_room_number,
    'fact.security_answer': Sidelight_fact_security_answer, 'fact.serial_number': Sidelight_fact_serial_number,
    'fact.step_tried': Sidelight_fact_step_tried, 'fact.symptom': Sidelight_fact_symptom,
    'fact.time': Sidelight_fact_time, 'fact.tracking_number': Sidelight_fact_tracking_number,
    'fact.version': Sidelight_fact_version, 'fact.when': Sidelight_fact_when, 'failed': Sidelight_failed,
    'figure': Sidelight_figure, 'flag.asked_again': Sidelight_flag_asked_again,
    'flag.channel_switch': Sidelight_flag_channel_switch, 'flag.context_lost': Sidelight_flag_context_lost,
    'flag.deflected_again': Sidelight_flag_deflected_again,
    'flag.good_score_bad_experience': Sidelight_flag_good_score_bad_experience,
    'flag.hollow_resolution': Sidelight_flag_hollow_resolution, 'flag.known_issue': Sidelight_flag_known_issue,
    'flag.language_mismatch': Sidelight_flag_language_mismatch, 'flag.left_waiting': Sidelight_flag_left_waiting,
    'flag.promise_overdue': Sidelight_flag_promise_overdue, 'flag.repeat_contact': Sidelight_flag_repeat_contact,
    'flag.rising_frustration': Sidelight_flag_rising_frustration, 'flag.rushed': Sidelight_flag_rushed,
    'flag.scripted_empathy': Sidelight_flag_scripted_empathy,
    'flag.unanswered_question': Sidelight_flag_unanswered_question, 'flags': Sidelight_flags,
    'given_hidden': Sidelight_given_hidden, 'gone': Sidelight_gone, 'history': Sidelight_history,
    'judge': Sidelight_judge, 'judge_failed': Sidelight_judge_failed, 'judge_full': Sidelight_judge_full,
    'just_wrong': Sidelight_just_wrong, 'known': Sidelight_known, 'language': Sidelight_language,
    'late': Sidelight_late, 'loading': Sidelight_loading, 'look_again': Sidelight_look_again,
    'marked_wrong': Sidelight_marked_wrong, 'missing': Sidelight_missing, 'mood.0': Sidelight_mood_0,
    'mood.1': Sidelight_mood_1, 'mood.2': Sidelight_mood_2, 'mood.3': Sidelight_mood_3, 'newer': Sidelight_newer,
    'noted': Sidelight_noted, 'opening': Sidelight_opening, 'opens_new_tab': Sidelight_opens_new_tab,
    'problem': Sidelight_problem, 'promise.action': Sidelight_promise_action,
    'promise.answer': Sidelight_promise_answer, 'promise.call': Sidelight_promise_call,
    'promise.correction': Sidelight_promise_correction, 'promise.delivery': Sidelight_promise_delivery,
    'promise.refund': Sidelight_promise_refund, 'promise.visit': Sidelight_promise_visit,
    'promised_by': Sidelight_promised_by, 'promises': Sidelight_promises, 'quiet': Sidelight_quiet,
    'reason.d': Sidelight_reason_d, 'reason.m': Sidelight_reason_m, 'reason.o': Sidelight_reason_o,
    'reason.u': Sidelight_reason_u, 'right': Sidelight_right, 'severity.high': Sidelight_severity_high,
    'severity.low': Sidelight_severity_low, 'severity.medium': Sidelight_severity_medium,
    'show_all': Sidelight_show_all, 'show_fewer': Sidelight_show_fewer, 'stale': Sidelight_stale,
    'status.closed': Sidelight_status_closed, 'status.hold': Sidelight_status_hold,
    'status.new': Sidelight_status_new, 'status.open': Sidelight_status_open,
    'status.pending': Sidelight_status_pending, 'status.solved': Sidelight_status_solved,
    'this_ticket': Sidelight_this_ticket, 'told': Sidelight_told, 'told_to': Sidelight_told_to,
    'undo': Sidelight_undo, 'waiting': Sidelight_waiting, 'why_wrong': Sidelight_why_wrong, 'wrong': Sidelight_wrong
  };
}
