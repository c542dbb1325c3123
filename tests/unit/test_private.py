"""The guard that stands behind every test: it sees what a customer could read, in either helpdesk's own words."""

import json

import pytest

from tests.private import find_public

ZENDESK, SALESFORCE = "https://acme.zendesk.com/api/v2", "https://acme.my.salesforce.com/services/data/v62.0"
NOTE = {"ParentId": "500", "CommentBody": "x"}


@pytest.mark.parametrize(
    ("method", "url", "body"),
    [
        ("PUT", f"{ZENDESK}/tickets/1", {"ticket": {"comment": {"body": "x"}}}),
        ("PUT", f"{ZENDESK}/tickets/1", {"ticket": {"comment": {"body": "x", "public": True}}}),
        ("PUT", f"{ZENDESK}/tickets/1", {"ticket": {"comment": "x"}}),
        ("PUT", f"{ZENDESK}/tickets/update_many", {"tickets": [{"id": 1, "comment": {"public": "false"}}]}),
        ("POST", f"{ZENDESK}/tickets", {"ticket": {"comments": [{"body": "x"}]}}),
        ("POST", f"{SALESFORCE}/sobjects/CaseComment", NOTE),
        ("POST", f"{SALESFORCE}/sobjects/CaseComment", NOTE | {"IsPublished": True}),
        ("POST", f"{SALESFORCE}/sobjects/EmailMessage", {"ParentId": "500"}),
        ("POST", f"{SALESFORCE}/composite/sobjects", {"records": [{"attributes": {"type": "FeedItem"}}]}),
        ("POST", f"{SALESFORCE}/composite", {"compositeRequest": [{"url": "/sobjects/FeedItem", "body": {}}]}),
    ],
)
def test_what_a_customer_could_read_is_found(method, url, body):
    assert find_public(method, url, json.dumps(body))


@pytest.mark.parametrize(
    ("method", "url", "body"),
    [
        ("PUT", f"{ZENDESK}/tickets/1", {"ticket": {"comment": {"body": "x", "public": False}}}),
        ("PUT", f"{ZENDESK}/tickets/1", {"ticket": {"custom_fields": [{"id": 1, "value": "comment"}]}}),
        ("POST", f"{SALESFORCE}/sobjects/CaseComment", NOTE | {"IsPublished": False}),
    ],
)
def test_what_only_agents_read_is_not(method, url, body):
    assert find_public(method, url, json.dumps(body).encode()) == []


def test_what_cannot_be_looked_through_is_found():
    assert find_public("POST", f"{ZENDESK}/imports", b"id,comment")
