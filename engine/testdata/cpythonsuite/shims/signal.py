"""Names of signals; handlers are kept, and no signal arrives."""

SIGHUP, SIGINT, SIGQUIT, SIGKILL, SIGUSR1, SIGALRM, SIGTERM, SIGCHLD = 1, 2, 3, 9, 10, 14, 15, 17
SIG_DFL, SIG_IGN = 0, 1


def default_int_handler(signum, frame):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler}


def getsignal(sig):
    return _handlers.get(sig, SIG_DFL)


def signal(sig, handler):
    old = getsignal(sig)
    _handlers[sig] = handler
    return old


def valid_signals():
    return set(range(1, 65))


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1


def siginterrupt(sig, flag):
    pass


def raise_signal(sig):
    handler = getsignal(sig)
    if callable(handler):
        handler(sig, None)
