"""The stacks of tasks."""

import linecache
import traceback


def _task_get_stack(task, limit):
    """The frames of a task: of its coroutine while that is suspended, or of its exception."""
    from _asyncio import _task_frames
    exc = task._exception
    if exc is None:
        frames = _task_frames(task)  # innermost last
        if limit is not None:
            frames = frames[-limit:] if limit > 0 else []
        return frames
    frames = []
    tb = exc.__traceback__
    while tb is not None:
        if limit is not None:
            if limit <= 0:
                break
            limit -= 1
        frames.append(tb.tb_frame)
        tb = tb.tb_next
    return frames


def _task_print_stack(task, limit, file):
    lines = []
    for frame in task.get_stack(limit=limit):
        code = frame.f_code
        lines.append((code.co_filename, frame.f_lineno, code.co_name,
                      linecache.getline(code.co_filename, frame.f_lineno, frame.f_globals).strip()))
    exc = task._exception
    if not lines:
        print(f'No stack for {task!r}', file=file)
    elif exc is not None:
        print(f'Traceback for {task!r} (most recent call last):', file=file)
    else:
        print(f'Stack for {task!r} (most recent call last):', file=file)
    traceback.print_list(lines, file=file)
    if exc is not None:
        for line in traceback.format_exception_only(exc.__class__, exc):
            print(line, file=file, end='')
