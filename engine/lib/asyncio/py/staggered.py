"""Attempts that start one after the other until one succeeds."""

from . import events, exceptions, locks, tasks

__all__ = ('staggered_race',)


async def staggered_race(coro_fns, delay, *, loop=None):
    """Start coro_fns one after the other, the next when the last one has failed
    or after delay seconds; answer (result, index, exceptions) of the first to succeed."""
    loop = loop or events.get_running_loop()
    coro_fns = list(coro_fns)
    winner = [None, None]
    problems = []
    running = []
    failed = []

    async def attempt(index):
        try:
            result = await coro_fns[index]()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            problems[index] = e
            failed[index].set()
            return
        winner[:] = result, index
        for i, task in enumerate(running):
            if i != index:
                task.cancel()

    async def start_all():
        for index in range(len(coro_fns)):
            problems.append(None)
            failed.append(locks.Event())
            running.append(loop.create_task(attempt(index)))
            if index + 1 < len(coro_fns):
                try:
                    await tasks.wait_for(failed[index].wait(), delay)
                except exceptions.TimeoutError:
                    pass
                if winner[1] is not None:
                    return

    starter = loop.create_task(start_all())
    try:
        await starter
        if running:
            while winner[1] is None and not all(t.done() for t in running):
                await tasks.wait(running, return_when=tasks.FIRST_COMPLETED)
                if all(t.done() for t in running):
                    break
        return winner[0], winner[1], problems
    finally:
        starter.cancel()
        for task in running:
            task.cancel()
