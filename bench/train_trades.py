"""
The words of many trades, of which `bench.train_texts` makes requests; all written for this purpose.

A trade is what its customers talk about, what they do with it, and what goes wrong with it. The words before a thing
("the", "my") are the frames' affair.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Trade:
    """Words of one trade."""

    things: tuple[str, ...]
    acts: tuple[str, ...]
    faults: tuple[str, ...]


def _trade(things: str, acts: str, faults: str) -> Trade:
    return Trade(*(tuple(" ".join(words.split()).split(", ")) for words in (things, acts, faults)))


ANY_FAULT: Final = (
    "does not work, is wrong, is missing, is late, has not come, has disappeared, is too expensive, is not what i "
    "ordered, never arrived, was cancelled, is still not there, keeps failing, is broken, stopped working, expired, "
    "is not available, is incorrect, is lost, is delayed, is pending, failed, was rejected, is unclear, has changed, "
    "is blocked, was charged twice, cannot be found, is incomplete, is slow, went up"
)

TRADES: Final = (
    _trade(  # shops
        """order, parcel, package, delivery, jacket, coat, shoes, boots, trainers, dress, skirt, shirt, blouse,
        jeans, trousers, sweater, scarf, belt, bag, backpack, wallet, watch, ring, necklace, earrings, lamp, sofa,
        armchair, table, desk, shelf, cupboard, wardrobe, curtain, carpet, rug, cushion, bed, blanket, towel, pan,
        pot, kettle, knife, plate, mug, toaster, blender, mixer, coffee machine, oven, fridge, freezer, dishwasher,
        washing machine, dryer, vacuum cleaner, iron, fan, heater, drill, ladder, paint, lawn mower, tent, bicycle,
        helmet, scooter, ball, racket, toy, puzzle, doll, game, console, book, pen, notebook, printer, ink, toner,
        keyboard, mouse, monitor, laptop, tablet, camera, lens, headphones, speaker, television, remote control,
        battery, charger, cable, adapter, perfume, cream, lipstick, shampoo, soap, gift card, gift wrap, voucher,
        discount code, coupon, promo code, sale price, price, size, colour, exchange, return, return label, refund,
        store credit, receipt, invoice, guarantee, warranty, spare part, instructions, manual, catalogue, shop,
        store, branch, opening hours, stock, wish list, basket, checkout, customer account, newsletter, loyalty
        card, loyalty points, review, sample, shipping cost, express shipping""",
        """order, buy, return, send back, exchange, replace, cancel, change, find, repair, assemble, pick up, track,
        pay for, try on, wash, clean, keep, reserve, pre-order, gift, wrap, redeem, use, apply, compare, review,
        complain about, get a refund for, get a receipt for, register, reorder, order more of, swap, get rid of,
        measure""",
        """arrived broken, arrived late, has a scratch, has a hole, has a stain, is torn, is cracked, is dented, is
        too big, is too small, is too tight, is too long, has the wrong colour, is the wrong size, is a different
        model, has faded, shrank in the wash, smells, is used, is out of stock, is sold out, is not in the box, has
        parts missing, does not fit, does not turn on, does not heat, does not cool, does not spin, leaks, makes a
        loud noise, overheats, does not charge, fell apart, came without instructions, is cheaper elsewhere, was
        opened already, is not as described, is not genuine, was not applied at the checkout, was sent to the wrong
        address""",
    ),
    _trade(  # telecom
        """internet, internet connection, broadband, fibre, wifi, router, modem, landline, phone line, telephone
        number, mobile phone, sim card, esim, sim, contract, tariff, plan, data, data volume, mobile data, roaming,
        signal, reception, coverage, network, outage, hotspot, voicemail, text message, sms, call, international
        calls, caller id, bill, itemised bill, top-up, credit, prepaid card, number transfer, pin, puk, unlock code,
        handset, device, upgrade, cancellation, notice period, technician, appointment, installation, activation,
        speed, download speed, upload speed, ping, dns, cable television, channel, set-top box, recorder,
        subscription, customer password, antenna, socket, extender, landline phone, answering machine, bundle,
        discount, move, family plan, business plan""",
        """activate, cancel, change, upgrade, downgrade, move, transfer, keep, block, unblock, unlock, restart,
        reset, install, set up, connect, test, measure, extend, renew, port, switch off, switch on, pay, top up,
        check, share, replace, order, terminate, suspend, configure, add, remove, swap, register""",
        """is down, drops all the time, is very slow, cuts out in the evening, has no signal, does not connect, is
        not activated, shows no service, has been used up, was cut off, blinks red, keeps rebooting, is out of
        range, has bad quality, crackles, has no dial tone, cannot be reached, was not ported, was billed after
        cancellation, is higher than agreed, was throttled, does not work abroad, is locked, was not installed, was
        missed by the technician""",
    ),
    _trade(  # travel and hotels
        """flight, plane ticket, boarding pass, seat, window seat, aisle seat, legroom, upgrade, business class,
        baggage, suitcase, luggage, hand luggage, carry-on, checked bag, check-in, gate, terminal, connection,
        connecting flight, layover, airport, airline, passport, visa, travel insurance, vaccination, hotel, hotel
        room, room, double room, suite, bed, breakfast, half board, pool, spa, gym, balcony, view, towels, air
        conditioning, heating, shower, bath, key card, reception, concierge, minibar, room service, late checkout,
        early check-in, deposit, booking, reservation, booking number, cancellation, group booking, city tax,
        parking, shuttle, taxi, transfer, rental car, car hire, train, train ticket, rail card, season ticket,
        sleeper, bus, coach, ferry, cruise, cabin, excursion, tour, guide, museum, campsite, holiday flat, holiday,
        trip, itinerary, name on the ticket, date, frequent flyer miles, points, lounge, meal, vegetarian meal,
        wheelchair, assistance, pet, infant, child seat, delay, compensation, strike, refund, voucher, travel
        agency, confirmation, departure, arrival, timetable, route, weather, currency""",
        """book, rebook, cancel, change, postpone, bring forward, move, extend, shorten, confirm, check in for,
        upgrade, add, remove, choose, pay for, get a refund for, claim for, print, download, find, miss, bring,
        take, carry, drop off, pick up, request, share, split, transfer, plan, recommend, compare, rent, reserve""",
        """was cancelled, was delayed, was overbooked, was lost, was damaged, has not arrived, is too far away, was
        dirty, was noisy, was cold, smelled of smoke, had no hot water, was not confirmed, has the wrong name, has
        the wrong date, was double booked, was missed, is fully booked, was not included, was moved, left without
        us, did not show up, was not refunded, is too heavy, was stolen, is not valid, has expired, was denied,
        looked different in the pictures, had bed bugs, was closed, cost more than shown""",
    ),
    _trade(  # software and accounts
        """app, website, page, account, user account, password, username, login, sign-in, sign-up, two-factor
        authentication, verification code, security code, captcha, e-mail address, profile, profile picture,
        settings, notification, permission, role, admin, user, team, workspace, project, task, board, folder, file,
        document, attachment, upload, download, export, import, backup, sync, integration, plugin, extension, api,
        api key, webhook, token, single sign-on, licence, licence key, trial, free plan, subscription, seat,
        invoice, browser, desktop app, mobile app, update, version, release, feature, bug, error message, crash,
        log, screen, button, menu, dashboard, report, chart, filter, search, table, column, spreadsheet, template,
        form, field, calendar, reminder, message, chat, video call, microphone, camera, screen sharing, language,
        dark mode, font, theme, layout, storage, server, database, data, domain, certificate, hosting, mailbox, spam
        filter, signature, contact list, time zone, keyboard shortcut, printer, network drive, vpn, firewall, virus,
        device, cookie, privacy, history, deleted file""",
        """log in to, sign up for, reset, change, delete, restore, recover, export, import, upload, download,
        install, uninstall, update, upgrade, downgrade, cancel, configure, set up, connect, disconnect, link,
        enable, disable, turn on, turn off, hide, show, share, invite someone to, remove someone from, rename, move,
        copy, merge, duplicate, archive, sort, filter, search, print, sync, back up, migrate, customise, translate,
        test, report, block, unlock, verify, open, close, save, edit, undo, automate, schedule""",
        """crashes, freezes, does not load, shows a blank page, shows an error, is very slow, times out, does not
        sync, was deleted, is corrupted, does not open, does not save, is not sent, was hacked, is locked, is not
        recognised, has expired, is greyed out, keeps logging me out, does not accept my password, looks broken, is
        in the wrong language, shows the wrong data, has duplicates, is full, is not compatible, fails to install,
        was not received, ends up in spam, disappeared after the update, returns a server error, is offline, has a
        typo, does not print""",
    ),
    _trade(  # energy, water, housing
        """electricity, power, gas, water, heating, hot water, meter, meter reading, smart meter, electricity bill,
        gas bill, water bill, monthly payment, instalment, tariff, price per unit, supplier, contract, moving house,
        new address, final bill, power cut, blackout, gas leak, boiler, radiator, thermostat, heat pump, solar
        panel, battery storage, charging station, pipe, tap, toilet, drain, sewer, water pressure, water quality,
        waste collection, bin, recycling, landlord, tenant, rent, deposit, lease, flat, apartment, house, key, lock,
        door, window, roof, wall, mould, lift, stairwell, cellar, garage, parking space, neighbour, noise, garden,
        repair, plumber, electrician, caretaker, service charge, heating costs, inspection, smoke detector, fuse,
        socket, light, doorbell, intercom""",
        """read, submit, pay, change, switch, cancel, move, register, deregister, report, repair, replace, check,
        turn on, turn off, install, inspect, service, renew, terminate, transfer, dispute, estimate, lower, raise,
        compare, sublet, paint, clean, empty, open, lock""",
        """is out, went out, is leaking, is dripping, is blocked, is cold, does not get warm, was estimated, was
        read wrongly, is twice as high as last year, was not emptied, was cut off, smells of gas, is brown, has low
        pressure, makes noises, is frozen, burst, tripped, is mouldy, does not close, was not repaired, is stuck,
        was overpaid, was not returned, has increased, shows the wrong reading, is in the wrong name""",
    ),
    _trade(  # health
        """appointment, doctor, dentist, nurse, specialist, surgeon, therapist, midwife, surgery, clinic, hospital,
        pharmacy, prescription, repeat prescription, medicine, tablets, dose, side effect, painkiller, antibiotic,
        insulin, inhaler, vaccine, vaccination, blood test, test result, lab result, scan, x-ray, referral, sick
        note, medical record, insurance card, health insurance, bill, co-payment, reimbursement, treatment,
        operation, check-up, screening, therapy, waiting list, waiting time, emergency, ambulance, allergy, fever,
        cough, pain, headache, back pain, tooth, crown, braces, glasses, contact lenses, hearing aid, wheelchair,
        diet, pregnancy, baby, child, mother, elderly parent, care home, carer, video consultation, consent form,
        visiting hours""",
        """book, cancel, move, postpone, confirm, get, renew, collect, order, take, stop taking, ask about, see,
        change, send, receive, claim, pay, share, update, register with, be referred to, wait for, miss, forget,
        treat, refill""",
        """was cancelled, has run out, is not ready, is too strong, makes me dizzy, hurts, is swollen, itches, was
        not covered, has not been paid, was lost, is late, is not available, was given to someone else, has the
        wrong name, is fully booked, takes weeks, never called back, got worse, is broken, was not sent to the
        pharmacy""",
    ),
    _trade(  # insurance
        """policy, car insurance, home insurance, contents insurance, life insurance, pet insurance, travel
        insurance, dental insurance, liability insurance, legal insurance, premium, excess, deductible, cover,
        coverage, claim, claim number, claim form, damage, accident, collision, theft, burglary, fire, flood, storm
        damage, water damage, hail, broken window, write-off, repair shop, courtesy car, tow truck, roadside
        assistance, windscreen, witness, police report, expert, assessor, payout, settlement, no-claims bonus,
        driver, second driver, vehicle, licence plate, mileage, quote, renewal, cancellation, certificate, proof of
        insurance, policy document, beneficiary, dependent, spouse, policyholder, agent, broker, direct debit,
        discount, exclusion, terms, new car, moving house, valuables""",
        """file, report, open, follow up on, close, withdraw, appeal, cancel, renew, change, add, remove, compare,
        pay, lower, increase, transfer, extend, get a quote for, insure, update, check, prove, print, dispute,
        suspend""",
        """was denied, was rejected, is still being processed, has not been paid out, was underpaid, is not covered,
        went up, lapsed, has the wrong address, has expired, was renewed automatically, was cancelled without
        notice, is too high, was totalled, was stolen, was hit in a car park, was flooded, is taking months, was
        charged twice""",
    ),
    _trade(  # banks and cards
        """bank account, current account, savings account, joint account, account number, sort code, routing number,
        iban, balance, statement, transaction, card, debit card, credit card, virtual card, disposable card,
        replacement card, card number, security code, pin, contactless, cash machine, atm, cash, cash withdrawal,
        cash deposit, cheque, check book, transfer, international transfer, wire transfer, standing order, direct
        debit, direct deposit, salary, top-up, top-up limit, spending limit, credit limit, overdraft, fee, foreign
        fee, exchange rate, currency, euros, dollars, pounds, loan, car loan, student loan, mortgage, interest,
        interest rate, repayment, instalment, credit score, credit report, rewards, cashback, minimum payment, due
        date, late fee, payment, payment plan, pending payment, mobile payment, digital wallet, beneficiary, payee,
        merchant, identity check, verification, proof of address, source of funds, fraud, phishing, unknown charge,
        chargeback, dispute, investment, fund, shares, bond, dividend, pension, retirement account, brokerage
        account, portfolio, tax form, tax return, branch, adviser, safe, online banking, app, passcode, fingerprint,
        mobile number, name, address, power of attorney""",
        """open, close, activate, block, freeze, unfreeze, replace, order, cancel, stop, dispute, report, top up,
        transfer, send, receive, withdraw, deposit, cash, exchange, pay, pay off, pay early, apply for, increase,
        lower, check, see, download, verify, confirm, change, link, add, remove, share, save, invest in, sell, buy,
        consolidate, refinance, schedule, reverse, trace, order a new, find out""",
        """was declined, was swallowed by the machine, is blocked, was stolen, has not arrived, was charged twice,
        is pending, has not been credited, was reversed, is not mine, went to the wrong account, was rejected, is
        wrong, is too low, is too high, expired, is about to expire, does not work abroad, is not accepted, was
        cloned, was compromised, is not showing, cannot be verified, dropped, bounced, was not cancelled, was taken
        too early, is overdrawn, was refused, is missing from my statement, got stuck, is not supported""",
    ),
    _trade(  # parcels and food delivery
        """parcel, letter, package, shipment, delivery, delivery time, delivery address, tracking number, tracking,
        courier, driver, postman, parcel shop, locker, collection, pick-up, depot, customs, customs duty, label,
        stamp, postage, weight, signature, safe place, neighbour, doorstep, delivery slot, failed delivery,
        redelivery, redirect, insurance, pallet, removal van, moving boxes, meal, pizza, burger, salad, drink,
        dessert, sauce, cutlery, restaurant, rider, tip, menu, allergy, order, groceries, milk, bread, eggs, fruit,
        vegetables, meat, frozen food, substitute, minimum order, delivery fee, service fee, promo code, flowers,
        bouquet, gift, greeting card, cake""",
        """track, send, receive, redirect, reschedule, collect, pick up, drop off, hold, return, refuse, sign for,
        insure, weigh, print, find, trace, cancel, change, add to, order, reorder, refund, replace, complain about,
        tip, leave with a neighbour, clear, pay for, speed up""",
        """was left outside, was delivered to the wrong house, is stuck in customs, says delivered but is not here,
        was stolen from the porch, was returned to sender, is at the depot, was opened, is wet, is crushed, arrived
        cold, was spilled, was missing items, was the wrong dish, is out for delivery since yesterday, came too
        early, needs a signature, has no tracking, has not moved for days, was thrown over the fence, had rotten
        fruit, had a hair in it, was undercooked, was forgotten, melted, rang nobody""",
    ),
    _trade(  # memberships, media, learning, events
        """subscription, membership, magazine, newspaper, issue, edition, film, series, episode, subtitles, stream,
        playlist, song, podcast, audiobook, e-book, download, account, profile, family account, student discount,
        free trial, monthly plan, annual plan, renewal, price increase, payment method, card on file, receipt,
        ticket, concert, event, seat, presale, festival, match, museum, theatre, workshop, class, course, lesson,
        exam, certificate, grade, homework, teacher, tutor, school, gym, gym membership, personal trainer, yoga
        class, locker, swimming pool, opening hours, library card, donation, charity, newsletter, forum, comment,
        advertisement, parental control, device limit, video quality, sound, picture, game, level, skin, in-game
        currency, controller, achievement, friend list, ban""",
        """cancel, pause, renew, restart, extend, upgrade, downgrade, join, leave, gift, share, redeem, watch,
        listen to, read, play, download, rate, skip, book, attend, transfer, resell, enrol in, drop, pass, repeat,
        submit, get a refund for, change, stop, unsubscribe from, freeze, unlock, report, appeal""",
        """renewed without asking, buffers, has no sound, is out of sync, is not in my country, did not come this
        month, was charged after I cancelled, was cancelled by the organiser, is sold out, was not delivered, has
        bad quality, is full of adverts, is not recognised, was banned, lost my progress, lags, disconnects, did not
        start, ended too early, is too crowded, was postponed, is shown in the wrong language, was graded wrongly,
        does not scan at the entrance""",
    ),
    _trade(  # cars, work, everyday
        """car, engine, brakes, tyre, tire pressure, wheel, oil, oil change, battery, windscreen wiper, headlight,
        gearbox, clutch, exhaust, air conditioning, navigation, spare key, service, maintenance, inspection,
        workshop, garage, mechanic, spare part, recall, warranty, lease, mileage, fuel, petrol, diesel, gas station,
        charging cable, electric car, motorbike, bicycle, parking ticket, fine, toll, traffic, route, directions,
        driving licence, registration, license plate, test drive, job, application, interview, contract, salary,
        payslip, overtime, bonus, leave, holiday request, vacation days, sick leave, parental leave, time sheet,
        shift, colleague, manager, meeting, meeting room, training, expenses, business trip, company car, badge,
        pension plan, tax, tax code, form, permit, passport, identity card, birth certificate, office, official,
        complaint, feedback, opinion, question, advice, phone number, callback, opening hours, human,
        representative, supervisor""",
        """repair, check, change, replace, fill up, jump start, tow, wash, service, register, sell, buy, lease,
        return, test, book, find, ask for, apply for, submit, approve, reject, cancel, schedule, move, extend,
        report, pay, appeal, sign, talk to, speak to, reach, call, write to, renew, request, explain""",
        """does not start, makes a strange noise, shows a warning light, is leaking oil, is flat, overheats, broke
        down, pulls to the left, squeaks, vibrates, smells of burning, failed the inspection, was towed, is overdue,
        was paid late, is lower than agreed, was not approved, was rude, did not help me, hung up on me, never
        called back, gave me the wrong answer, keeps sending me the same reply, was closed without an answer, does
        not understand me""",
    ),
)
