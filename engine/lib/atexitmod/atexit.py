"""Functions that are called at the end of the program."""
import sys

_callbacks = []


def register(func, /, *args, **kwargs):
    """Register a function to be executed upon normal program termination."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _callbacks.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Unregister an exit function which was previously registered using atexit.register."""
    for i in range(len(_callbacks) - 1, -1, -1):
        if _callbacks[i][0] == func:
            del _callbacks[i]


def _run_exitfuncs():
    """Run all registered exit functions: the last one first, each whatever the others raise."""
    while _callbacks:
        func, args, kwargs = _callbacks.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as exc:
            sys.unraisablehook(sys.UnraisableHookArgs(type(exc), exc, exc.__traceback__,
                                                      "Exception ignored in atexit callback", func))


def _clear():
    """Clear the list of previously registered exit functions."""
    _callbacks.clear()


def _ncallbacks():
    """Return the number of registered exit functions."""
    return len(_callbacks)


_at_end(_run_exitfuncs)
