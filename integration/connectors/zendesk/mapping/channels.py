"""Zendesk's ways in (via.channel) as the eight channels of the model."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from integration.model import Channel

_BY_NAME = {
    "email": Channel.EMAIL,
    "mail": Channel.EMAIL,
    "web": Channel.WEB,
    "web_form": Channel.WEB,
    "web_widget": Channel.WEB,
    "help_center": Channel.WEB,
    "helpcenter": Channel.WEB,
    "help_center_post": Channel.WEB,
    "forum": Channel.WEB,
    "mobile": Channel.WEB,
    "mobile_sdk": Channel.WEB,
    "chat": Channel.CHAT,
    "chat_transcript": Channel.CHAT,
    "chat_offline_message": Channel.CHAT,
    "native_messaging": Channel.MESSAGING,
    "messaging": Channel.MESSAGING,
    "sms": Channel.MESSAGING,
    "twilio_sms": Channel.MESSAGING,
    "messagebird_sms": Channel.MESSAGING,
    "whatsapp": Channel.MESSAGING,
    "telegram": Channel.MESSAGING,
    "viber": Channel.MESSAGING,
    "line": Channel.MESSAGING,
    "wechat": Channel.MESSAGING,
    "kakaotalk": Channel.MESSAGING,
    "apple_business_chat": Channel.MESSAGING,
    "google_business_messages": Channel.MESSAGING,
    "google_rcs": Channel.MESSAGING,
    "voice": Channel.PHONE,
    "phone": Channel.PHONE,
    "voicemail": Channel.PHONE,
    "any_channel": Channel.SOCIAL,
    "api": Channel.API,
    "web_service": Channel.API,
}

_BY_PREFIX = (
    ("phone_call", Channel.PHONE),
    ("api_phone_call", Channel.PHONE),
    ("api_voicemail", Channel.PHONE),
    ("sunshine_conversations", Channel.MESSAGING),
    ("facebook", Channel.SOCIAL),
    ("twitter", Channel.SOCIAL),
    ("instagram", Channel.SOCIAL),
    ("tiktok", Channel.SOCIAL),
)

# Zendesk's older numbers for the same; the export of ticket events still writes some of them.
_BY_NUMBER = {
    0: Channel.WEB,
    4: Channel.EMAIL,
    5: Channel.API,
    16: Channel.WEB,
    17: Channel.WEB,
    23: Channel.SOCIAL,
    26: Channel.SOCIAL,
    29: Channel.CHAT,
    30: Channel.SOCIAL,
    33: Channel.PHONE,
    34: Channel.PHONE,
    35: Channel.PHONE,
    38: Channel.SOCIAL,
    41: Channel.SOCIAL,
    75: Channel.MESSAGING,
}

_AUTOMATIC = ("rule", "trigger", "automation", "system", "batch", "recovered_from_suspended_tickets")
_BOTS = ("answer_bot", "bot", "ai_agent", "automatic_answer")


@dataclass(frozen=True, slots=True)
class Way:
    """What a way in means. `automatic`: a rule of the account, or Zendesk itself, did it; `bot`: a bot of Zendesk's."""

    name: str
    channel: Channel
    automatic: bool
    bot: bool


def read_via(via: Any) -> Way:
    """Return what a via object means, or the plain label that exports write ("Web form"), or its number."""
    channel = via.get("channel") if isinstance(via, dict) else via
    return _read_label(str(channel) if channel is not None else "")


@lru_cache(maxsize=1024)
def _read_label(label: str) -> Way:
    name = label.strip().lower().replace(" ", "_")
    return Way(name, _channel_of(name), automatic=name in _AUTOMATIC, bot=name.startswith(_BOTS))


def _channel_of(name: str) -> Channel:
    """Return the channel of a name or number; OTHER for what no customer chose."""
    if name.isdigit():
        return _BY_NUMBER.get(int(name), Channel.OTHER)
    if name in _BY_NAME:
        return _BY_NAME[name]
    return next((channel for prefix, channel in _BY_PREFIX if name.startswith(prefix)), Channel.OTHER)


def via_source(via: Any) -> dict[str, Any]:
    """Return `via.source`, or an empty object."""
    source = via.get("source") if isinstance(via, dict) else None
    return source if isinstance(source, dict) else {}
