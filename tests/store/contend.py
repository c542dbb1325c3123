"""What several threads or processes do to one store at once. A module, so that a new process can import it."""

import threading

from integration.store import Store
from tests.processes import PROCESSES
from tests.store.build import NOW


def take_jobs(url, lane, barrier):
    """Do the jobs of a lane until it is empty; return the keys of those that were ours."""
    store = Store(url, lease_s=60)
    taken = []
    barrier.wait(30)
    while claims := store.claim(lane, NOW, 20):
        begun, _ = store.begin([(c.id, c.number) for c in claims], NOW)
        taken += [c.key for c in begun]
        store.finish(begun)
    store.close()
    return taken


def take_actions(url, wanted, barrier):
    """Try to take each action, given as (key, ticket), each taker from another one on; return the keys that we got."""
    store = Store(url, lease_s=60)
    store.ping()
    first = barrier.wait(30)
    taken = [key for key, ref in (*wanted[first:], *wanted[:first]) if store.take_action(key, ref, NOW) is not None]
    store.close()
    return taken


def in_threads(count, work, *args):
    """Run `work` in `count` threads that start together; return what each returned."""
    barrier = threading.Barrier(count)
    results = []
    workers = [threading.Thread(target=lambda: results.append(work(*args, barrier))) for _ in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert len(results) == count, "a worker did not come to its end"
    return results


def in_processes(count, work, *args):
    """Run `work` in `count` new processes that start together; return what each returned."""
    barrier = PROCESSES.Barrier(count)
    queue = PROCESSES.Queue()
    processes = [PROCESSES.Process(target=_put, args=(queue, work, (*args, barrier))) for _ in range(count)]
    for process in processes:
        process.start()
    results = [queue.get(timeout=60) for _ in processes]
    for process in processes:
        process.join(30)
        assert process.exitcode == 0
        process.close()
    queue.close()
    return results


def _put(queue, work, args):
    queue.put(work(*args))
