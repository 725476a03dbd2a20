"""Threads in tests."""

import contextlib


def threading_setup():
    return ()


def threading_cleanup(*values):
    pass


def join_thread(thread, timeout=None):
    thread.join(30 if timeout is None else timeout)
    if thread.is_alive():
        raise AssertionError(f"failed to join the thread in {timeout} seconds")


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    yield


def reap_threads(func):
    return func


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    threads = list(threads)
    started = []
    try:
        for thread in threads:
            thread.start()
            started.append(thread)
        yield
    finally:
        if unlock:
            unlock()
        for thread in started:
            thread.join(60)


def requires_working_threading(*, module=False):
    return (lambda test: test) if not module else None
