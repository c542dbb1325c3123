"""Messaging whose text is kept off the platform: the org has the session, SOQL has nothing of what was said."""

from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record


def is_off_platform(org: Org, case: Record) -> bool:
    """Whether what is said on this Case stays out of the org's records."""
    return org.options.messaging_off_platform and case["Origin"] == "Messaging"


def keep_session(org: Org, case: Record) -> str:
    """Return the id of the Case's messaging session, which is opened with the first message."""
    for row in org.table("MessagingSession").having("CaseId", case["Id"]):
        return str(row["Id"])
    number = org.numbers["0Mw"] + 1
    values = {
        "Name": f"MS-{number:08d}", "CaseId": case["Id"], "ChannelType": "EmbeddedMessaging", "AgentType": "Agent",
        "StartTime": case["CreatedDate"], "OwnerId": case["OwnerId"],
        "Status": "Ended" if case["IsClosed"] else "Active", "EndTime": case.get("ClosedDate"),
    }  # fmt: skip
    return str(org.insert("MessagingSession", values, org.automated_id, case["CreatedDate"])["Id"])
