import _gevent


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    _gevent._unsupported("gevent.ssl.%s is not supported: the simulated network has no TLS; use gevent.socket" % name)
