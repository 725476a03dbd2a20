"""What module os says about processes."""

import _processes
from _processes import getpid, getppid, kill, _exit

__all__ = ["getpid", "getppid", "kill", "_exit", "fork", "wait", "waitpid", "abort", "register_at_fork", "WNOHANG", "WUNTRACED",
           "WCONTINUED", "WIFEXITED", "WEXITSTATUS", "WIFSIGNALED", "WTERMSIG", "WIFSTOPPED", "WSTOPSIG", "WIFCONTINUED",
           "WCOREDUMP", "waitstatus_to_exitcode", "EX_OK", "getpgid", "getpgrp", "getsid", "getuid", "geteuid", "getgid", "getegid"]

WNOHANG, WUNTRACED, WCONTINUED = 1, 2, 8
EX_OK = 0

_before, _in_parent, _in_child = [], [], []


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    if before is after_in_child is after_in_parent is None:
        raise TypeError("At least one argument is required.")
    given = [(name, fn, where) for name, fn, where in (("before", before, _before), ("after_in_child", after_in_child, _in_child),
                                                       ("after_in_parent", after_in_parent, _in_parent)) if fn is not None]
    for name, fn, where in given:
        if not callable(fn):
            raise TypeError(f"'{name}' must be callable, not {type(fn).__name__}")
    for name, fn, where in given:
        where.append(fn)


def _call(fns):
    import sys
    for fn in fns:
        try:
            fn()
        except Exception:
            import traceback
            sys.stderr.write("Exception ignored in: %r\n" % (fn,))
            traceback.print_exc()


def fork():
    """Start a process that is a copy of this one; 0 in the new one, its pid in the old."""
    _call(reversed(_before))
    pid = _processes.fork()
    _call(_in_child if pid == 0 else _in_parent)
    return pid


def _fork_and_call(name, entry):
    """Fork; the new process has that name for readers, and only calls entry."""
    def child():
        _call(_in_child)
        entry()

    _call(reversed(_before))
    pid = _processes.fork(name, child)
    _call(_in_parent)
    return pid


def waitpid(pid, options, /):
    return _processes.waitpid(pid, options)


def wait():
    return _processes.waitpid(-1, 0)


def abort():
    _processes.kill(getpid(), 6)


def WIFEXITED(status): return status & 127 == 0
def WEXITSTATUS(status): return status >> 8 & 255
def WIFSIGNALED(status): return 0 < status & 127 < 127
def WTERMSIG(status): return status & 127
def WIFSTOPPED(status): return status & 255 == 127
def WSTOPSIG(status): return status >> 8 & 255
def WIFCONTINUED(status): return status == 0xffff
def WCOREDUMP(status): return bool(status & 128)


def waitstatus_to_exitcode(status):
    """The exit status, or the negative number of the signal."""
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    raise ValueError("invalid wait status: %d" % status)


# All processes are the same user's, in one session.
def getpgid(pid, /): return 4001
def getpgrp(): return 4001
def getsid(pid, /): return 4001
def getuid(): return 1000
def geteuid(): return 1000
def getgid(): return 1000
def getegid(): return 1000
