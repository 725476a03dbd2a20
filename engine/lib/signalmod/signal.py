"""Signals: their names, handlers, timers and masks."""
from sys import _UnsupportedError as UnsupportedError
import _signal
import os as _os
from _signal import default_int_handler
from enum import IntEnum as _IntEnum

_NAMES = """HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG
XCPU XFSZ VTALRM PROF WINCH IO PWR SYS""".split()
Signals = _IntEnum("Signals", [("SIG" + n, i + 1) for i, n in enumerate(_NAMES)] + [("SIGRTMIN", 34), ("SIGRTMAX", 64),
                   ("SIGIOT", 6), ("SIGCLD", 17), ("SIGPOLL", 29)], module="signal")
Handlers = _IntEnum("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)], module="signal")
Sigmasks = _IntEnum("Sigmasks", [("SIG_BLOCK", 0), ("SIG_UNBLOCK", 1), ("SIG_SETMASK", 2)], module="signal")
for _e in (Signals, Handlers, Sigmasks):
    globals().update(_e.__members__)
NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
_TEXTS = """Hangup|Interrupt|Quit|Illegal instruction|Trace/breakpoint trap|Aborted|Bus error|Floating point exception|Killed|\
User defined signal 1|Segmentation fault|User defined signal 2|Broken pipe|Alarm clock|Terminated|Stack fault|Child exited|\
Continued|Stopped (signal)|Stopped|Stopped (tty input)|Stopped (tty output)|Urgent I/O condition|CPU time limit exceeded|\
File size limit exceeded|Virtual timer expired|Profiling timer expired|Window changed|I/O possible|Power failure|\
Bad system call""".split("|")


class ItimerError(OSError):
    __module__ = "signal"


_handlers = {n: SIG_DFL for n in range(1, NSIG)}
_handlers[SIGINT], _handlers[SIGPIPE], _handlers[SIGXFSZ] = default_int_handler, SIG_IGN, SIG_IGN


def _show(value, enum):
    try:
        return enum(value)
    except (ValueError, TypeError):
        return value


def _number(signalnum):
    n = signalnum.__index__() if not isinstance(signalnum, int) else int(signalnum)
    if not 1 <= n < NSIG:
        raise ValueError("signal number out of range")
    return n


def signal(signalnum, handler):
    """Set the action for the given signal; answers the previous one."""
    n = _number(signalnum)
    if not _signal.is_main():
        raise ValueError("signal only works in main thread of the main interpreter")
    if handler == SIG_DFL and isinstance(handler, int):
        what = 0
    elif handler == SIG_IGN and isinstance(handler, int):
        what = 1
    elif callable(handler):
        what = 0 if handler is default_int_handler and n == SIGINT else 2
    else:
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if n in (9, 19, 32, 33):
        raise OSError(22, "Invalid argument")
    old = _handlers[n]
    _handlers[n] = _show(handler, Handlers) if isinstance(handler, int) else handler
    # SIGINT left to the system ends the process, instead of raising KeyboardInterrupt.
    _signal.dispose(n, 2 if n == SIGINT and what == 0 and handler is not default_int_handler else what)
    return old


def getsignal(signalnum):
    """Return the current action for the given signal."""
    return _handlers[_number(signalnum)]


def _handler(n):
    """What to call for a signal, in the main thread; None for nothing."""
    handler = _handlers[n]
    if callable(handler) and not isinstance(handler, int):
        return handler
    if handler == SIG_DFL:
        _signal.die(n)


def strsignal(signalnum, /):
    """Return the system description of the given signal, or None."""
    n = _number(signalnum)
    if n <= len(_TEXTS):
        return _TEXTS[n - 1]
    return "Real-time signal %d" % (n - 34) if n >= 34 else None


def valid_signals():
    """Return a set of valid signal numbers on this platform."""
    return {_show(n, Signals) for n in range(1, NSIG) if n not in (32, 33)}


def raise_signal(signalnum, /):
    """Send a signal to the executing process."""
    _os.kill(_os.getpid(), _number(signalnum))
    _signal.check()


def pthread_kill(thread_id, signalnum, /):
    """Send a signal to a thread: a handler runs in the main thread all the same."""
    _os.kill(_os.getpid(), signalnum)
    _signal.check()


def _seconds(ns):
    return ns / 1e9


def alarm(seconds, /):
    """Arrange for SIGALRM to arrive after the given number of seconds; answers what was left of an earlier alarm."""
    left, _ = _signal.set_timer(int(seconds) * 1_000_000_000, 0)
    return -(-left // 1_000_000_000)


def _only_real(which):
    if which in (ITIMER_VIRTUAL, ITIMER_PROF):
        raise UnsupportedError("timers that count CPU time (ITIMER_VIRTUAL, ITIMER_PROF) are not supported: use signal.ITIMER_REAL")
    if which != ITIMER_REAL:
        raise ItimerError(22, "Invalid argument")


def setitimer(which, seconds, interval=0.0, /):
    """Sets given itimer; answers the old (delay, interval)."""
    _only_real(which)
    if seconds < 0 or interval < 0:
        raise ItimerError(22, "Invalid argument")
    left, old = _signal.set_timer(round(seconds * 1e9), round(interval * 1e9))
    return _seconds(left), _seconds(old)


def getitimer(which, /):
    """Returns current value of given itimer."""
    _only_real(which)
    return tuple(map(_seconds, _signal.timer()))


def pause():
    """Wait until a signal arrives."""
    _signal.wait("a signal", None)


def pthread_sigmask(how, mask, /):
    """Fetch and/or change the signal mask of the calling thread; here the mask is the process's."""
    old = {_show(n, Signals) for n in _signal.blocked()}
    mask = {_number(n) for n in mask}
    how = Sigmasks(how)
    for n in range(1, NSIG):
        if how == SIG_BLOCK and n in mask and n not in (9, 19):
            _signal.mask(n, True)
        elif how == SIG_UNBLOCK and n in mask:
            _signal.mask(n, False)
        elif how == SIG_SETMASK:
            _signal.mask(n, n in mask and n not in (9, 19))
    _signal.check()
    return old


def sigpending():
    """Examine pending signals."""
    return {_show(n, Signals) for n in _signal.pending()}


def _take(sigset, seconds):
    import time
    wanted = sorted(_number(n) for n in sigset)
    end = None if seconds is None else time.monotonic() + seconds
    before = set(_signal.blocked())
    for n in wanted:
        _signal.mask(n, True)
    try:
        while True:
            n = _signal.take(wanted)
            if n is not None:
                return n
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                return None
            # A blocked signal wakes nobody, so we look again every now and then.
            _signal.wait("one of the signals " + ", ".join(_show(w, Signals).name for w in wanted),
                         1_000_000 if left is None else min(1_000_000, int(left * 1e9)))
    finally:
        for n in wanted:
            _signal.mask(n, n in before)


def sigwait(sigset, /):
    """Wait for a signal of the set, and take it; answers its number."""
    return _show(_take(sigset, None), Signals)


def siginterrupt(signalnum, flag, /):
    """System calls are started again when a handler has returned, whatever the flag says (PEP 475)."""
    _number(signalnum)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Only -1 can be set: nothing is written when a signal arrives."""
    if fd != -1:
        raise UnsupportedError("signal.set_wakeup_fd() is not supported: install a handler with signal.signal()")
    return -1


for _n in (SIGPIPE, SIGXFSZ):
    _signal.dispose(int(_n), 1)
del _e, _n
