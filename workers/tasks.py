"""Every task: ids in, nothing out. What has to be done, and what became of it, is in the database."""

from collections.abc import Callable, Sequence

from celery import Celery

from workers import steps
from workers.desk import Desk


def add_tasks(app: Celery, desk: Callable[[], Desk]) -> None:
    """Register the tasks with an app; `desk` gives this process's desk."""

    @app.task(name="sidelight.pull")
    def pull(handed: Sequence[tuple[int, int]]) -> None:
        steps.run(desk(), "pull", handed)

    @app.task(name="sidelight.sync")
    def sync(handed: Sequence[tuple[int, int]]) -> None:
        steps.run(desk(), "sync", handed)

    @app.task(name="sidelight.assess")
    def assess(handed: Sequence[tuple[int, int]]) -> None:
        steps.run(desk(), "assess", handed)

    @app.task(name="sidelight.gather")
    def gather(handed: Sequence[tuple[int, int]]) -> None:
        steps.run(desk(), "gather", handed)

    @app.task(name="sidelight.publish")
    def publish(handed: Sequence[tuple[int, int]]) -> None:
        steps.run(desk(), "publish", handed)

    @app.task(name="sidelight.redact")
    def redact(handed: Sequence[tuple[int, int]]) -> None:
        steps.run(desk(), "redact", handed)

    @app.task(name="sidelight.tick")
    def tick() -> None:
        steps.reconcile(desk())
