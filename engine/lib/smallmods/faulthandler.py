"""Dumps of tracebacks; there are no faults of the interpreter here to be handled."""
from sys import _UnsupportedError as UnsupportedError
import sys
import traceback

_on = False


def enable(file=None, all_threads=True):
    """Enable the fault handler: nothing can fault here."""
    global _on
    _on = True


def disable():
    """Disable the fault handler."""
    global _on
    was, _on = _on, False
    return was


def is_enabled():
    """Check if the handler is enabled."""
    return _on


def dump_traceback(file=None, all_threads=True):
    """Dump the traceback of the current thread into file."""
    out = file or sys.stderr
    out.write("Current thread (most recent call first):\n")
    for frame, line in traceback.walk_stack(sys._getframe(1)):
        out.write(f'  File "{frame.f_code.co_filename}", line {line} in {frame.f_code.co_name}\n')


def _refuse(name):
    def refused(*args, **kwargs):
        raise UnsupportedError(f"faulthandler.{name}() is not supported")
    refused.__name__ = name
    return refused


dump_traceback_later = _refuse("dump_traceback_later")
register = _refuse("register")


def cancel_dump_traceback_later():
    """Cancel the previous call to dump_traceback_later(): there is none."""


def unregister(signum):
    return False
