"""What happens to a reader on its way: calls that fail, answers that come too late, and its own death."""

import os
import signal
import threading
import time

from tests.truth.wire import WorkerLost, too_late


def random_faults(dice, count, reads, broken):
    """Return faults to plant: what strikes, where, after how many calls, and how likely."""
    return [_fault(dice, dice.choice(broken), dice.choice(reads)) for _ in range(count)]


def _fault(dice, broken, read):
    return {
        "match": read,
        **broken,
        "times": dice.randint(1, 4),
        "skip": dice.randint(0, 6),
        "chance": dice.choice((0.3, 1.0)),
        "seed": dice.randrange(10**6),
    }


def strike(dice, request):
    """Now and then, let an answer come too late, or the worker die of it."""
    chance = dice.random()
    if chance < 0.02:
        too_late(request)
    if chance < 0.03:
        raise WorkerLost
    return False


class Killer:
    """A layer around the loopback that ends the reader at a call: before it is done, after it, or a little later."""

    def __init__(self, app):
        self.app = app
        self.at = None

    def aim(self, worker, dice, most):
        """Strike at one of the next `most` calls of a process that is about to start."""
        when = dice.choice(("before", "after", "later")) if most > 1 else "before"
        self.at = [dice.randint(1, most), worker, when, dice.random() * 0.02]

    def __call__(self, environ, start_response):
        aimed = self.at
        if aimed is None:
            return self.app(environ, start_response)
        aimed[0] -= 1
        _, worker, when, pause_s = aimed
        struck = aimed[0] == 0
        while worker.pid is None:
            # its first call was quicker than its parent, which learns the number
            time.sleep(0.001)
        pid = worker.pid
        if struck and when == "before":
            os.kill(pid, signal.SIGKILL)
        answer = list(self.app(environ, start_response))
        if struck and when == "after":
            os.kill(pid, signal.SIGKILL)
        elif struck and when == "later":
            threading.Timer(pause_s, kill, (pid,)).start()
        return answer


def kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
