"""
Write-back: what goes back to the helpdesk, and most of the time nothing does. Pure.

`plan` decides, a connector sends, `build_receipt` remembers. All that is written is for the team alone: fields of ours
and a private note.
"""

from integration.writeback.decision import build_receipt, plan
from integration.writeback.settings import WritebackSettings

__all__ = ["WritebackSettings", "build_receipt", "plan"]
