"""Who codes the shards: this process, worker processes on this machine, or a Dask cluster. All take jobs and give futures."""

import multiprocessing
import os
import signal
import threading
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait

from analysis.errors import InputError

PATIENCE = 20
"""Seconds in which a Dask scheduler must answer."""


def cores():
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def open_pool(workers=None, scheduler=None):
    """Give a pool: `submit(function, argument)` returns a future. One worker is this process; none given, one a core.

    `scheduler` is the address of a Dask scheduler; its workers need the same program and the same folders. When the block
    ends, jobs that have not begun are dropped and those that run are waited for.
    """
    workers = cores() if workers is None else workers
    if workers < 1:
        raise InputError("must be 1 or more", where="--workers", value=workers, remedy="leave it out for one worker a core")
    pool = Cluster(scheduler) if scheduler else Here() if workers == 1 else Processes(workers)
    try:
        yield pool
    finally:
        pool.shutdown()


class Pool:
    """What all pools share. `LOST` are the errors of a job that has lost its worker; `renew` makes ready to submit it again."""

    LOST = ()

    def done(self):
        """Take note that a job came to its end."""

    def shutdown(self):
        """Drop the jobs that have not begun and wait for the others."""


class Here(Pool):
    """Code in this process, at once."""

    def submit(self, function, argument):
        future = Future()
        try:
            future.set_result(function(argument))
        except Exception as error:
            future.set_exception(error)
        return future


class Processes(Pool):
    """Worker processes. Where one is killed, by the system for lack of memory for example, its jobs are given out again."""

    LOST = (BrokenProcessPool,)
    LIVES = 3

    def __init__(self, workers):
        self.workers, self.lives = workers, self.LIVES
        self._start()

    def _start(self):
        # spawn: a fork would copy the threads' locks of Arrow and numpy in whatever state they are
        self._pool = ProcessPoolExecutor(self.workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)

    def submit(self, function, argument):
        try:
            return self._pool.submit(function, argument)
        except BrokenProcessPool:
            self.renew()
            return self._pool.submit(function, argument)

    def renew(self):
        """Start new workers in place of the broken ones; raise InputError where that has been in vain."""
        if self.lives == 0:
            raise InputError("workers were killed again and again on the same shards, most likely for lack of memory", remedy="give fewer --workers or a smaller --shard-size, or look for an enormous article")
        self.lives -= 1
        self.shutdown()
        self._start()

    def done(self):
        self.lives = self.LIVES

    def shutdown(self):
        self._pool.shutdown(wait=True, cancel_futures=True)


def _begin():
    """Prepare a worker process: Ctrl-C is for the main process to handle, and a worker ends when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent():
    wait([multiprocessing.parent_process().sentinel])
    os._exit(1)


class Cluster(Pool):
    """The workers of a Dask cluster. The scheduler gives a job whose worker dies to another one, some times."""

    RETRIES = 3

    def __init__(self, address):
        from distributed import Client, KilledWorker

        self.LOST = (KilledWorker, CancelledError)
        try:
            self._client = Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise InputError(f"no Dask scheduler answers: {error}", where="--scheduler", value=address, remedy="start one with: dask scheduler") from None
        self._executor = self._client.get_executor(pure=False, retries=self.RETRIES)

    def submit(self, function, argument):
        return self._executor.submit(function, argument)

    def renew(self):
        raise InputError("the Dask scheduler is gone, or its workers died again and again on the same shard", remedy="see the workers' logs; the same command goes on where it was")

    def shutdown(self):
        self._executor.shutdown(wait=False)
        self._client.close()
