"""
Texts from which `bench.train_meaning` learns what words mean: real messages, a lexicon, and requests made of parts.

Labelled rows hold only the words of a few trades. WordNet (its licence lets anybody use it for any purpose) brings the
other words, and the frames below put them where customers put them: "how do I cancel my booking".
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Final

from bench import train_rows
from bench.train_rows import Said
from workers import wording

THINGS: Final = (
    "401k, account, account number, address, agent, app, apple pay, appointment, atm, auto top-up, balance, bank, "
    "bank transfer, banking, basket, battery, bed, beneficiary, bike, bill, blender, boiler, bonus, book, booking, "
    "box, branch, broadband, broker, budget, bus, cable, camera, car, car insurance, car rental, card, card number, "
    "card payment, cart, case, cash, cash deposit, cash withdrawal, chair, charge, charger, cheque, claim, class, "
    "cleaner, cloud, coach, coat, code, coffee, collection, colour, comment, company, complaint, computer, "
    "connection, contactless, contract, cooker, copy, country, coupon, courier, course, cover, coverage, credit, "
    "credit card, credit limit, credit score, cupboard, currency exchange, cushion, customs, cvv, dashboard, data, "
    "date, days off, deal, debit, debit card, delivery, delivery of my card, dependent, deposit, desk, device, diet, "
    "direct, direct debit, direct deposit, directions, discount, dishwasher, disposable card, dividend, doctor, "
    "document, dog, dollars, door, download, dress, driver, e-mail, engine, entry, euros, event, exchange, exchange "
    "rate, expiry date, extra charge, fabric, fare, fee, file, filter, flight, flowers, folder, food, foreign "
    "currency, form, frame, fraud, freezer, fridge, fuel, fund, game, garden, gas, gift, glass, google pay, "
    "groceries, guarantee, gym, headphones, heating, history, home insurance, hotel, house, identity, image, income, "
    "insurance, interest, internet, invoice, item, jacket, job, journey, jump start, key, keyboard, kitchen, label, "
    "lamp, laptop, leaflet, leave, lens, letter, licence, life insurance, lift, light, limit, line, link, list, loan, "
    "lock, login, lost card, lost phone, lounge, luggage, machine, mail, mailbox, mastercard, meal, meeting, "
    "membership, menu, merchant, message, meter, microphone, mileage, minimum payment, mobile, money, monitor, "
    "mortgage, motor, mouse, movie, mpg, music, name, network, new card, newsletter, note, notification, number, "
    "offer, oil, oil change, online, opening hours, option, order, order status, oven, overdraft, package, page, "
    "paint, pants, parcel, parking, part, partner, passcode, passport, password, payday, payment, pending payment, "
    "pending transfer, pension, permission, personal details, pet, pet insurance, phone, photo, physical card, pin, "
    "plan, plane, plate, player, plug, points, policy, pool, portfolio, postcode, pounds, power, premium, "
    "prescription, price, printer, prize, product, profile, profit, promo, pto, purchase, quality, question, quote, "
    "radio, rate, receipt, recipe, recipient, record, refund, registration, rent, repair, report, reservation, "
    "restaurant, result, return, review, reward, rewards, ride, roaming, room, route, router, routing number, salary, "
    "salary payment, sale, savings, scale, schedule maintenance, scooter, screen, season, seat, server, service, "
    "session, settings, shares, shelf, shipping, shirt, shoes, shop, shower, signal, sim, size, slot, sofa, software, "
    "sound, source of funds, speaker, sports, standing order, statement, stock, stolen card, store, street, student, "
    "subscription, suitcase, supplier, swimming, table, tablet, tariff, tax, tax form, taxes, taxi, team, telephone, "
    "television, tent, test, ticket, time, timetable, tire, tire pressure, title, toaster, top up, top up limit, top- "
    "up, tour, town, toy, track, tracking, traffic, train, training, transaction, transfer, travel, trial, trip, tv, "
    "uber, update, user, username, vacation, vaccine, vaccines, vacuum, van, verification, version, video, virtual "
    "card, visa, visa for travel, voucher, w2, wallet, warranty, washing, watch, water, weather, website, weight, "
    "wheel, wifi, window, wire, withdrawal, work, yoga"
).split(", ")
ACTS: Final = (
    "accept, activate, add, apply for, ask for, authorise, block, book, borrow, buy, cancel, change, charge, check, "
    "choose, claim, clean, close, collect, compare, complain about, connect, contact, convert, copy, correct, create, "
    "delete, deliver, deposit, dispute, download, earn, edit, end, exchange, extend, fetch, file, find, fix, forget, "
    "freeze, get, get rid of, give back, hide, improve, increase, install, invest in, keep, learn about, leave, link, "
    "lock, log in to, look for, lose, lower, make, measure, merge, move, need, open, order, pause, pay, pay off, pick "
    "up, play, postpone, print, protect, put a hold on, put together, reach, read, receive, recover, redeem, reduce, "
    "refund, register, remove, renew, rent, repair, replace, replenish, report, request, reschedule, reserve, reset, "
    "restart, restore, return, reveal, review, ring, see, sell, send, send back, set up, share, ship, show, sign up "
    "for, skip, split, start, stop, store, submit, subscribe to, suspend, swap, switch, take back, talk about, "
    "terminate, top up, track, transfer, translate, trust, try, turn off, turn on, unblock, understand, uninstall, "
    "unlock, unsubscribe from, update, upgrade, upload, use, validate, verify, view, wait for, wash, watch, withdraw"
).split(", ")
FAULTS: Final = (
    "arrived broken, came late, cannot be found, does not arrive, does not charge, does not close, does not load, "
    "does not open, does not start, does not turn on, does not work, expired, failed, has a crack, has a hole, has a "
    "wrong name, has been declined, has been stolen, has disappeared, has not come, has stopped, is blocked, is "
    "broken, is cold, is damaged, is delayed, is dirty, is double, is empty, is faulty, is full, is gone, is "
    "incorrect, is late, is leaking, is locked, is lost, is missing, is noisy, is not accepted, is not available, is "
    "not enough, is not here yet, is not recognised, is out of stock, is overdue, is pending, is slow, is stuck, is "
    "too big, is too expensive, is too high, is too low, is too small, is unclear, is used, is very hot, is wrong, "
    "keeps crashing, keeps stopping, never came, shows an error, smells bad, was charged twice, was closed, was "
    "debited, was lost in the mail, was not credited, was not refunded, was rejected, was returned, was swallowed, "
    "went down, went up, will not connect"
).split(", ")
"""What goes after a thing."""
TOLD: Final = (
    "activate, appears twice, apply for, arrive, be charged for, block, book, buy, cancel, cannot be used, cannot be "
    "verified, change, check, close, compare, costs, deposit, dispute, does not show, exchange, failed, find, freeze, "
    "get, got reverted, has a hole, has disappeared, has not arrived, increase, is about to expire, is compromised, "
    "is declined, is free, is incorrect, is limited, is lost, is missing, is not recognised, is not showing, is not "
    "working, is pending, is stolen, is supported, is unknown, is wrong, link, lower, needs, open, order, pay for, "
    "pay with, prove, re-add, receive, redeem, refund, renew, replace, report, request, requires, reset, return, "
    "revert, schedule, sell, send, takes long, terminate, top up with, track, unblock, undo, update, use, verify, was "
    "charged twice, was declined, was rejected, was swallowed, withdraw"
).split(", ")
FRAMES: Final = (
    "how do i {act} my {thing}",
    "how do i {act} a {thing}",
    "i want to {act} my {thing}",
    "can you {act} the {thing} for me",
    "please {act} my {thing}",
    "{act} {thing}",
    "{thing} {fault}",
    "my {thing} {fault}",
    "the {thing} that i got {fault}",
    "why do i have to {act} the {thing}",
    "where can i {act} my {thing}",
    "is it possible to {act} the {thing} of my {other}",
    "what is the {thing} of the {other}",
    "how much is the {thing} for a {other}",
    "when will my {thing} come",
    "do you have a {thing} with {other}",
    "does the {thing} come with a {other}",
    "what happens if my {thing} {fault}",
    "i can't {act} my {thing}",
    "i forgot to {act} the {thing}",
    "which {thing} is best for {other}",
    "who can {act} my {thing}",
    "i did not {act} the {thing}",
    "the {other} says that my {thing} {fault}",
    "tell me about {thing} and {other}",
    "{thing} {other}",
    "what {thing} do you offer",
    "i was charged for a {thing}",
    "can i {act} my {thing} abroad",
    "how long does it take to {act} a {thing}",
    "i need help with my {thing}",
    "need {thing} to {act} {other}",
    "i would like to {act} {thing} and {other}",
    "there is a problem with my {thing}, it {fault}",
    "are there any {thing} near me",
    "what do i need to {act} a {thing}",
    "{told} {thing}",
    "{thing} {told}",
    "my {thing} {told}",
    "why {thing} {told}",
    "how do i {told} my {thing}",
    "i want to {told} a {thing}",
    "what is the {thing} for {other}",
    "can i {told} {thing} with {other}",
    "how long until my {thing} {told}",
    "the {thing} on my {other} {told}",
    "where is my {thing}",
    "{thing} {told} after {other}",
    "is there a {thing} for {other}",
    "which {other} {told} with {thing}",
    "i {told} my {thing} but {other} {also}",
    "help, {thing} {told}",
    "{thing} and {other}",
    "do you support {thing}",
    "what {thing} do you have",
    "i did not {told} {thing} on my {other}",
    "who {told} {thing}",
    "please {told} {thing} of {other}",
    "{thing} by {other}",
    "{thing} in {other}",
    "{thing}",
)
FAR: Final = 0.3
"""Share of things in a frame that come from the lexicon."""
SEED: Final = 7
SEEN: Final = 3
"""Times that a word must stand in the rows."""
SHORTEST, LONGEST = 2, 40
"""Words of a chat message that is used."""
REQUESTS, REQUESTS_FROM = 16_000, 6_000
"""How many, and of how many of the lexicon's words."""
MIXED = 6_000
MIXED_LEAST, MIXED_MOST = 3, 20
"""Words of a text that is mixed."""
DEFINITIONS, DEFINITIONS_FROM = 2_500, 9_000
CUSTOMERS, AGENTS, POSTS = 6_000, 1_500, 2_000
"""How many of the chats' messages and of the posts."""


def requests(count: int, known: Sequence[str], chance: Random) -> list[str]:
    """Return so many different requests, made of the parts above and of the lexicon's words."""
    found: dict[str, None] = {}
    while len(found) < count:
        thing, other = (chance.choice(known if chance.random() < FAR else THINGS) for _ in range(2))
        parts = {"thing": thing, "other": other, "act": chance.choice(ACTS), "fault": chance.choice(FAULTS)}
        parts |= {"told": chance.choice(TOLD), "also": chance.choice(TOLD)}
        found[chance.choice(FRAMES).format(**parts)] = None
    return list(found)


def mixed(everything: Sequence[Said], said: Sequence[Said], count: int, chance: Random) -> list[str]:
    """
    Return texts that mix two of one domain, or leave words of one out: nobody said them, many could have.

    So many are made of everything; those made of a text that may not be used are left out.
    """
    usable = set(said)
    domains: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in everything:
        if MIXED_LEAST <= len(one.text.split()) <= MIXED_MOST:
            domains[one.source, one.domain].append(one)
    sizes = [len(of) ** 0.7 for of in domains.values()]
    found = []
    for domain in chance.choices(list(domains.values()), sizes, k=count):
        first, second = chance.sample(domain, 2)
        words = _mix(first.text.split(), second.text.split(), chance)[:MIXED_MOST]
        if first in usable and second in usable:
            found.append(" ".join(words))
    return found


def _mix(first: list[str], second: list[str], chance: Random) -> list[str]:
    way = chance.random()
    if way < 0.4:
        return first[: chance.randrange(1, len(first))] + second[chance.randrange(1, len(second)) :]
    if way < 0.7:
        return [chance.choice(second) if chance.random() < 0.25 else word for word in first]
    if way < 0.85:
        return [word for word in first if chance.random() > 0.3] or first
    start = chance.randrange(len(second) - 2)
    return second[start : start + chance.randrange(2, 5)]


def lexicon(folder: Path) -> tuple[list[str], list[str], list[str]]:
    """Return WordNet's words by how often its readers met them, its phrases likewise, and its commoner definitions."""
    met: Counter[str] = Counter()
    for line in (folder / "cntlist.rev").read_text(encoding="ascii").splitlines():
        sense, _, times = line.split(" ")
        met[sense.partition("%")[0]] += int(times)
    ranked = [lemma for lemma, _ in sorted(met.items(), key=lambda item: (-item[1], item[0]))]
    words = [w for w in ranked if w.isalpha() and len(w) > 1]
    phrases = [w.replace("_", " ") for w in ranked if "_" in w and w.count("_") == 1 and not re.search(r"[\d.]", w)]
    place = {lemma: n for n, lemma in enumerate(ranked)}
    defined: list[tuple[int, str]] = []
    for name in ("noun", "verb", "adj"):
        for line in (folder / f"data.{name}").read_text(encoding="utf-8", errors="replace").splitlines():
            head, bar, gloss = line.partition(" | ")
            if bar and not line.startswith("  "):
                lemma = head.split(" ")[4].lower()
                if lemma in place:
                    defined.append((place[lemma], f"{lemma.replace('_', ' ')}: {gloss.partition(';')[0].strip()}"))
    return words, phrases, [text for _, text in sorted(defined)[:DEFINITIONS_FROM]]


def gather(
    folder: Path, wordnet: Path, everything: Sequence[Said], said: Sequence[Said], count: int
) -> tuple[list[str], list[str]]:
    """
    Return so many words, the commonest of the rows first and then the lexicon's, and the texts to learn from.

    Args:
        folder: Of the labelled rows.
        wordnet: Folder of the lexicon's files.
        everything: The texts with an intent.
        said: Those of them that may be used.
        count: How many words.
    """
    chance = Random(SEED)
    chats = list(dict.fromkeys(message for chat in train_rows.chats(folder) for message in chat))
    messages = [m for m in chats if SHORTEST <= len(m.text.split()) <= LONGEST]
    posts = [post for name in ("goemotions", "goemotions_train") for post in train_rows.posts(folder, name)]
    known, phrases, definitions = lexicon(wordnet)
    words = _common([*(one.text for one in said), *(message.text for message in messages), *posts])
    words = list(dict.fromkeys([*words, *known]))[:count]
    texts = [
        *words,
        *phrases,
        *chance.sample(definitions, DEFINITIONS),
        *requests(REQUESTS, known[:REQUESTS_FROM], chance),
        *chance.sample([m.text for m in messages if m.is_customers], CUSTOMERS),
        *chance.sample([m.text for m in messages if not m.is_customers], AGENTS),
        *chance.sample([post for post in posts if 4 <= len(post.split()) <= 14], POSTS),
        *mixed(everything, said, MIXED, chance),
    ]
    return words, texts


def _common(texts: Iterable[str]) -> list[str]:
    """Return the words that stand in the texts at least SEEN times, the commonest first."""
    seen = Counter(word for text in texts for word in wording.split(train_rows.folded(text)))
    return [w for w, n in sorted(seen.items(), key=lambda item: (-item[1], item[0])) if n >= SEEN and not w.isdigit()]
