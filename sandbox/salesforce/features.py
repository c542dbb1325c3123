"""Objects and fields that only some orgs have: person accounts, entitlements with their milestones, Messaging."""

from sandbox.salesforce.fieldtypes import AUDIT, email, flag, lookup, moment, number, phone, pick, text
from sandbox.salesforce.options import SalesforceOptions
from sandbox.salesforce.schema import SObject
from sandbox.salesforce.standard import READ_ONLY, make_object

_PERSON = (
    flag("IsPersonAccount"),
    lookup("PersonContactId", "Contact", ""),
    text("FirstName", 40),
    text("LastName", 80),
    email("PersonEmail"),
    phone("PersonMobilePhone"),
    phone("PersonHomePhone"),
)
_PERSON_CONTACT = (flag("IsPersonAccount"),)

_MILESTONE = (
    lookup("CaseId", "Case", "", nillable=False),
    lookup("MilestoneTypeId", "MilestoneType", "", nillable=False),
    moment("StartDate", "u"),
    moment("TargetDate"),
    moment("CompletionDate", "u"),
    flag("IsCompleted"),
    flag("IsViolated"),
    number("TargetResponseInMins"),
    *AUDIT,
)
_MILESTONE_TYPE = (text("Name", 80), text("Description"), pick("RecurrenceType", "none|recursIndependently"), *AUDIT)

# The text of a messaging conversation is kept off the platform: SOQL reaches the session and nothing that was said.
_SESSION = (
    text("Name", 255, ""),
    lookup("CaseId", "Case"),
    pick("Status", "New|Waiting|Active|Inactive|Ended", default="Active"),
    pick("ChannelType", "EmbeddedMessaging|WhatsApp|Facebook|Text", ""),
    pick("AgentType", "Bot|Agent|BotToAgent", ""),
    moment("StartTime"),
    moment("EndTime"),
    lookup("OwnerId", "Group|User", nillable=False, default=""),
    *AUDIT,
)


def objects_of(options: SalesforceOptions, objects: tuple[SObject, ...]) -> dict[str, SObject]:
    """Return the org's objects by small name: the standard ones, and what its features add to them."""
    schema = {sobject.name.lower(): sobject for sobject in objects}
    if options.person_accounts:
        schema["account"] = schema["account"].with_fields(_PERSON)
        schema["contact"] = schema["contact"].with_fields(_PERSON_CONTACT)
    if options.entitlements:
        schema["case"] = schema["case"].with_children((("CaseMilestones", "CaseMilestone", "CaseId"),))
        schema["casemilestone"] = make_object(
            "CaseMilestone", "555", _MILESTONE, createable=False, deletable=False, replicateable=False
        )
        schema["milestonetype"] = make_object("MilestoneType", "557", _MILESTONE_TYPE, **READ_ONLY)
    if options.messaging_off_platform:
        schema["case"] = schema["case"].with_children((("MessagingSessions", "MessagingSession", "CaseId"),))
        schema["messagingsession"] = make_object("MessagingSession", "0Mw", _SESSION)
    return schema
