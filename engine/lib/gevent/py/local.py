from _gevent import getcurrent

__all__ = ['local']


class local:
    # Each greenlet has a dictionary of its own; what the class defines is common.
    __module__ = 'gevent._gevent_clocal'
    __slots__ = ('_local__key', '_local__args')

    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported", args, kwargs)
        self = object.__new__(cls)
        object.__setattr__(self, '_local__key', _Key())
        object.__setattr__(self, '_local__args', (args, kwargs))
        _dicts(getcurrent())[object.__getattribute__(self, '_local__key')] = {}
        return self

    def __getattribute__(self, name):
        mine = _mine(self)
        if name == '__dict__':
            return mine
        if name in mine and not _is_data(getattr(type(self), name, None)):
            return mine[name]
        if name in mine:
            return object.__getattribute__(self, name)
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            cls = type(self)
            if getattr(cls, name, None) is not None or hasattr(cls, '__getattr__'):
                raise
        raise AttributeError("'%s' object has no attribute '%s'" % (_shown(self), name))

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError("%r object attribute '__dict__' is read-only" % type(self))
        mine = _mine(self)
        if _is_data(getattr(type(self), name, None)):
            object.__setattr__(self, name, value)
        else:
            mine[name] = value

    def __delattr__(self, name):
        if name == '__dict__':
            raise AttributeError("%r object attribute '__dict__' is read-only" % _shown(self))
        mine = _mine(self)
        if _is_data(getattr(type(self), name, None)):
            object.__delattr__(self, name)
        elif name in mine:
            del mine[name]
        else:
            raise AttributeError(name)

    def __copy__(self):
        cls = type(self)
        args, kwargs = object.__getattribute__(self, '_local__args')
        other = cls(*args, **kwargs)
        _mine(other).update(_mine(self))
        return other


class _Key:
    __slots__ = ()


def _is_data(x):
    return x is not None and hasattr(type(x), '__set__')


def _shown(self):
    cls = type(self)
    return cls.__module__ + '.' + cls.__name__ if cls is local else cls.__name__


def _dicts(greenlet):
    try:
        return greenlet.__dict__['_gevent_locals']
    except KeyError:
        dicts = greenlet.__dict__['_gevent_locals'] = {}
        return dicts


def _mine(self):
    dicts = _dicts(getcurrent())
    key = object.__getattribute__(self, '_local__key')
    mine = dicts.get(key)
    if mine is None:
        mine = dicts[key] = {}
        cls = type(self)
        if cls.__init__ is not object.__init__:
            args, kwargs = object.__getattribute__(self, '_local__args')
            cls.__init__(self, *args, **kwargs)
    return mine


def all_local_dicts_for_greenlet(greenlet):
    return [(key, value) for key, value in _dicts(greenlet).items()]
