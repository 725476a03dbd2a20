"""What the other parts of the package share: finalizers, what happens at the end, logging."""

import atexit
import os
import sys
import weakref

from multiprocessing import process

NOTSET = 0
SUBDEBUG = 5
DEBUG = 10
INFO = 20
SUBWARNING = 25

LOGGER_NAME = "multiprocessing"
DEFAULT_LOGGING_FORMAT = "[%(levelname)s/%(processName)s] %(message)s"

_logger = None
_log_to_stderr = False


def sub_debug(msg, *args):
    if _logger:
        _logger.log(SUBDEBUG, msg, *args)


def debug(msg, *args):
    if _logger:
        _logger.log(DEBUG, msg, *args)


def info(msg, *args):
    if _logger:
        _logger.log(INFO, msg, *args)


def sub_warning(msg, *args):
    if _logger:
        _logger.log(SUBWARNING, msg, *args)


def get_logger():
    """The logger of this package."""
    global _logger
    if _logger is None:
        import logging
        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
        logging.addLevelName(SUBDEBUG, "SUBDEBUG")
        logging.addLevelName(SUBWARNING, "SUBWARNING")
    return _logger


def log_to_stderr(level=None):
    """Show what the package does on stderr."""
    global _log_to_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return _logger


def is_abstract_socket_namespace(address):
    return False


# What a forked process does with what it has inherited.

_afterfork_registry = []


def register_after_fork(obj, func):
    _afterfork_registry.append((obj, func))


def _run_after_forkers():
    for obj, func in list(_afterfork_registry):
        try:
            func(obj)
        except Exception as e:
            info("after forker raised exception %s", e)


_finalizer_registry = {}
_finalizer_number = [0]


class Finalize:
    """A call that is made when the object goes, when somebody asks for it, or at the end of the process."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError("Exitpriority ({0!r}) must be None or int, not {1!s}".format(exitpriority, type(exitpriority)))
        if obj is None and exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        _finalizer_number[0] += 1
        self._key = (exitpriority, _finalizer_number[0])
        self._pid = os.getpid()
        # When the object goes, so does what was kept for it.
        self._weakref = None if obj is None else weakref.ref(obj, self)
        _finalizer_registry[self._key] = self

    def __call__(self, wr=None):
        """Make the call, unless it has been made or cancelled."""
        if _finalizer_registry.pop(self._key, None) is None:
            sub_debug("finalizer no longer registered")
            return None
        if self._pid != os.getpid():
            sub_debug("finalizer ignored because different process")
            return None
        sub_debug("finalizer calling %s with args %s and kwargs %s", self._callback, self._args, self._kwargs)
        res = self._callback(*self._args, **self._kwargs)
        self._weakref = self._callback = self._args = self._kwargs = None
        return res

    def cancel(self):
        if _finalizer_registry.pop(self._key, None) is not None:
            self._weakref = self._callback = self._args = self._kwargs = None

    def still_active(self):
        return self._key in _finalizer_registry

    def __repr__(self):
        if self._callback is None:
            return "<%s object, dead>" % type(self).__name__
        x = "<%s object, callback=%s" % (type(self).__name__, getattr(self._callback, "__name__", self._callback))
        if self._args:
            x += ", args=" + str(self._args)
        if self._kwargs:
            x += ", kwargs=" + str(self._kwargs)
        if self._key[0] is not None:
            x += ", exitpriority=" + str(self._key[0])
        return x + ">"


def _run_finalizers(minpriority=None):
    """Run the finalizers that have a priority, those of the highest first, and the latest first among equals."""
    def wanted(key):
        return key[0] is not None and (minpriority is None or key[0] >= minpriority)

    for key in sorted([k for k in _finalizer_registry if wanted(k)], reverse=True):
        finalizer = _finalizer_registry.get(key)
        if finalizer is not None:
            sub_debug("calling %s", finalizer)
            try:
                finalizer()
            except Exception:
                import traceback
                traceback.print_exc()
    if minpriority is None:
        _finalizer_registry.clear()


def is_exiting():
    return _exiting


_exiting = False


def _exit_function():
    """What happens before a process ends: daemons are terminated, other children are waited for."""
    global _exiting
    if not _exiting:
        _exiting = True
        info("process shutting down")
        debug("running all \"atexit\" finalizers with priority >= 0")
        _run_finalizers(0)
        if process.current_process() is not None:
            for p in process.active_children():
                if p.daemon:
                    info("calling terminate() for daemon %s", p.name)
                    p._popen.terminate()
            for p in process.active_children():
                info("calling join() for process %s", p.name)
                p.join()
        debug("running the remaining \"atexit\" finalizers")
        _run_finalizers()


def _forget_exit(_=None):
    global _exiting
    _exiting = False


register_after_fork(_forget_exit, _forget_exit)

atexit.register(_exit_function)


class ForkAwareThreadLock:
    def __init__(self):
        import threading
        self._make = threading.Lock
        self._after_fork(self)
        register_after_fork(self, ForkAwareThreadLock._after_fork)

    def _after_fork(self):
        self._lock = self._make()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    _after_fork = staticmethod(_after_fork)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


def _flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass
