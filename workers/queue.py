"""
The Celery app: queues, limits, the embedded beat and the relay.

The database is the truth. A message carries only (job id, claim number) pairs; a lost or doubled one does no harm.
"""

import os
from collections.abc import Callable
from typing import Any

from celery import Celery
from celery.beat import EmbeddedService, Scheduler
from celery.signals import worker_init, worker_ready, worker_shutting_down
from kombu import Queue

from integration.errors import SettingsError
from integration.settings import Settings
from integration.store.jobs import KINDS
from workers.desk import Desk
from workers.lock import WorkerLock
from workers.relay import Relay
from workers.tasks import add_tasks

TICK_S = 5.0
"""Seconds between two looks at what must be pulled or was lost."""


def create_celery(settings: Settings, open_desk: Callable[[], Desk]) -> Celery:
    """
    Return the Celery app.

    Args:
        settings: Broker, lease and time limits.
        open_desk: Makes a desk; called once in each process that needs one, never shared over a fork.
    """
    app = Celery("sidelight", broker=settings.broker_url)
    app.conf.update(
        task_ignore_result=True,
        task_acks_late=True,
        task_serializer="json",
        accept_content=["json"],
        worker_prefetch_multiplier=1,
        worker_hijack_root_logger=False,
        worker_send_task_events=False,
        # prefork only; threads rely on the time-outs of every call
        task_soft_time_limit=settings.lease_s * 0.8,
        task_time_limit=settings.lease_s * 0.9,
        task_queues=[_queue(settings, kind) for kind in (*KINDS, "tick")],
        task_default_queue="sidelight.tick",
        task_create_missing_queues=False,
        broker_connection_retry_on_startup=True,
        broker_transport_options={"polling_interval": 0.01} if settings.embedded else {},
        beat_max_loop_interval=1.0,
        beat_schedule={"tick": {"task": "sidelight.tick", "schedule": TICK_S, "options": {"expires": TICK_S}}},
    )
    desk = _per_process(open_desk)
    add_tasks(app, desk)
    _attach_services(app, desk, settings)
    return app


def _queue(settings: Settings, name: str) -> Queue:
    # Quorum queues survive a broken RabbitMQ node; other brokers know no such thing.
    arguments = {"x-queue-type": "quorum"} if settings.broker_url.startswith(("amqp", "pyamqp")) else None
    return Queue(f"sidelight.{name}", routing_key=f"sidelight.{name}", queue_arguments=arguments)


def _per_process(open_desk: Callable[[], Desk]) -> Callable[[], Desk]:
    """Return a function that opens one desk in each process: database connections must not cross a fork."""
    opened: dict[int, Desk] = {}

    def desk() -> Desk:
        pid = os.getpid()
        if pid not in opened:
            opened[pid] = open_desk()
        return opened[pid]

    return desk


def _attach_services(app: Celery, desk: Callable[[], Desk], settings: Settings) -> None:
    """Run the relay, and the beat as a thread, beside the worker of this app."""
    running: list[Any] = []

    def lock(**_kwargs: Any) -> None:
        if settings.embedded:
            try:
                running.append(WorkerLock(settings.home))
            except SettingsError as error:
                # Celery only logs what a signal's receiver raises; this ends the worker
                raise SystemExit(str(error)) from error

    def start(**_kwargs: Any) -> None:
        if settings.embedded:
            # Only this process can have held jobs: its lock says so.
            desk().store.release_all(desk().clock())
        relay = Relay(app, desk(), settings)
        relay.start()
        # Any: its stubs forget that both of its forms can be started
        beat: Any = EmbeddedService(app, thread=True, scheduler_cls=Scheduler)
        beat.start()
        running.extend([relay, beat])

    def stop(**_kwargs: Any) -> None:
        for service in running:
            if not isinstance(service, WorkerLock):  # the lock is held until the process ends
                service.stop()

    # weak=False: nobody else keeps these functions
    worker_init.connect(lock, weak=False)
    worker_ready.connect(start, weak=False)
    worker_shutting_down.connect(stop, weak=False)
