import _gevent


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    _gevent._unsupported("gevent.subprocess.%s is not supported: this computer has no other programs to start; "
                         "use gevent.spawn(), or multiprocessing" % name)
