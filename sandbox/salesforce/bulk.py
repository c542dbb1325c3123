"""Bulk API 2.0 query jobs: created, looked at until they are complete, and read as pages of CSV."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import flask

from sandbox.salesforce.csvrows import csv_text
from sandbox.salesforce.dml import check_body, request_json
from sandbox.salesforce.errors import Refusal, answer, not_found
from sandbox.salesforce.evaluate import Selection
from sandbox.salesforce.nodes import Aggregate
from sandbox.salesforce.render import Shape, show_value
from sandbox.salesforce.resolve import find_object
from sandbox.salesforce.soql import parse
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

_BASE = "/services/data/v<version>/jobs/query"
_JOB_PREFIX = "750"
_COMPOUND = ("address", "location")
_MOST_PER_PAGE = 100_000
# A job moves on by one state each time that somebody looks at it.
_RUNS = ("UploadComplete", "InProgress")


@dataclass(slots=True)
class Job:
    """One query job and its result."""

    id: str
    operation: str
    object: str
    version: str
    user_id: str
    made_at: datetime
    shape: Shape
    rows: Sequence[Record]
    state: str = "UploadComplete"
    end: tuple[str, str] = ("JobComplete", "")

    def show(self) -> dict[str, Any]:
        """Return the job as the vendor tells it."""
        told: dict[str, Any] = {
            "id": self.id,
            "operation": self.operation,
            "object": self.object,
            "createdById": self.user_id,
            "createdDate": show_value(self.made_at),
            "systemModstamp": show_value(self.made_at),
            "state": self.state,
            "concurrencyMode": "Parallel",
            "contentType": "CSV",
            "apiVersion": float(self.version),
            "lineEnding": "LF",
            "columnDelimiter": "COMMA",
        }
        if self.state == "JobComplete":
            told |= {"numberRecordsProcessed": len(self.rows), "retries": 0, "totalProcessingTime": 100}
        if self.state == "Failed":
            told |= {"errorMessage": self.end[1], "numberRecordsProcessed": 0, "retries": 0}
        return told


def make_job(org: Org, body: dict[str, Any], version: str, user_id: str) -> Job:
    """Return a new job; Refusal where its query cannot be a bulk one."""
    operation = body.get("operation")
    if operation not in ("query", "queryAll"):
        raise Refusal("INVALIDJOB", f"Unsupported operation: {operation}")
    query = parse(str(body.get("query", "")))
    sobject = find_object(org, query.source, query.text, query.at)
    if not sobject.bulk:
        raise Refusal("INVALIDENTITY", f"Entity '{sobject.name}' is not supported by the Bulk API.")
    if query.group or query.offset is not None or any(isinstance(c, Aggregate) for c in query.columns):
        raise Refusal("API_ERROR", "Aggregate queries, GROUP BY and OFFSET are not supported in Bulk Query")
    shape = Shape(org, sobject, query)
    if any(resolved.field.type in _COMPOUND for resolved in shape.resolved):
        says = "Selecting compound data not supported in Bulk Query"
        raise Refusal("FUNCTIONALITY_NOT_ENABLED", says)
    if shape.has_children:
        raise Refusal("API_ERROR", "Nested queries are not supported in Bulk Query")
    rows = Selection(org, sobject, query, deleted=operation == "queryAll").rows()
    return Job(org.new_id(_JOB_PREFIX), operation, sobject.name, version, user_id, org.now(), shape, rows)


def _locator(start: int) -> str:
    # opaque to clients, and of no other meaning than the place where the next page starts
    return f"MT{start:06d}"


def blueprint(org: Org) -> flask.Blueprint:  # noqa: C901 - a list of small resources, read one by one
    """Return the resources."""
    pages = flask.Blueprint("bulk", __name__)

    def find(job_id: str, version: str) -> Job:
        job: Job | None = org.jobs.get(job_id)
        if job is None:
            raise not_found()
        if job.version != version:
            says = f"This job was created with API version {job.version}; use the same version."
            raise Refusal("INVALIDJOB", says, status=409)
        return job

    @pages.post(_BASE)
    @pages.post(_BASE + "/")
    def create(version: str) -> flask.Response:
        job = make_job(org, check_body(request_json()), version, flask.g.user_id)
        if org.job_ends:
            job.end = org.job_ends.pop(0)
        org.jobs[job.id] = job
        return answer(job.show())

    @pages.get(_BASE)
    @pages.get(_BASE + "/")
    def list_jobs(version: str) -> flask.Response:
        del version
        return answer({"done": True, "records": [job.show() for job in org.jobs.values()], "nextRecordsUrl": None})

    @pages.get(_BASE + "/<job_id>")
    def look(version: str, job_id: str) -> flask.Response:
        job = find(job_id, version)
        if job.state in _RUNS:
            job.state = "InProgress" if job.state == "UploadComplete" else job.end[0]
        return answer(job.show())

    @pages.patch(_BASE + "/<job_id>")
    def abort(version: str, job_id: str) -> flask.Response:
        job = find(job_id, version)
        if check_body(request_json()).get("state") != "Aborted" or job.state == "JobComplete":
            raise Refusal("INVALIDJOBSTATE", f"A job in state {job.state} cannot be changed so")
        job.state = "Aborted"
        return answer(job.show())

    @pages.delete(_BASE + "/<job_id>")
    def remove(version: str, job_id: str) -> flask.Response:
        del org.jobs[find(job_id, version).id]
        return flask.Response(status=204)

    @pages.get(_BASE + "/<job_id>/results")
    def results(version: str, job_id: str) -> flask.Response:
        job = find(job_id, version)
        if job.state != "JobComplete":
            raise Refusal("INVALIDJOBSTATE", f"Results of a job in state {job.state} cannot be read")
        return _results(org, job)

    return pages


def _results(org: Org, job: Job) -> flask.Response:
    locator = flask.request.args.get("locator", "")
    start = int(locator[2:]) if locator.startswith("MT") and locator[2:].isdigit() else 0
    if locator and not start:
        raise Refusal("INVALIDLOCATOR", "The locator is not one of this job's")
    most = flask.request.args.get("maxRecords", type=int) or _MOST_PER_PAGE
    most = min(most, _MOST_PER_PAGE)
    if org.page_dice is not None:
        most = org.page_dice.randint(1, most)
    rows = job.rows[start : start + most]
    end = start + len(rows)
    response = flask.Response(csv_text(org, job.shape, rows), content_type="text/csv;charset=UTF-8")
    response.headers["Sforce-NumberOfRecords"] = str(len(rows))
    response.headers["Sforce-Locator"] = _locator(end) if end < len(job.rows) else "null"
    return response
