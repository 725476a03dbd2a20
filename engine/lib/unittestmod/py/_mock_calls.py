"""Calls as they are recorded and compared, and the marks DEFAULT, ANY and sentinel."""
__name__ = "unittest.mock"
import builtins
import contextlib
import threading

FILTER_DIR = True
_builtins = {name for name in dir(builtins) if not name.startswith("_")}


class _SentinelObject(object):
    "A unique, named, sentinel object."

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel.%s" % self.name

    def __reduce__(self):
        return "sentinel.%s" % self.name


class _Sentinel(object):
    """Access attributes to return a named object, usable as a sentinel."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return "sentinel"


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY(object):
    "A helper object that compares equal to everything."

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def _format_call_signature(name, args, kwargs):
    parts = [repr(a) for a in args] + ["%s=%r" % (k, v) for k, v in kwargs.items()]
    return "%s(%s)" % (name, ", ".join(parts))


class _Call(tuple):
    """A call as (name, args, kwargs); (args, kwargs) when it is two. Comparison takes the shorter forms, too:
    (args,), (kwargs,), (name,), (name, args) and so on."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        n = len(value)
        if n == 3:
            name, args, kwargs = value
        elif n == 2:
            first, second = value
            if isinstance(first, str):
                name = first
                if isinstance(second, tuple):
                    args = second
                else:
                    kwargs = second
            else:
                args, kwargs = first, second
        elif n == 1:
            value, = value
            if isinstance(value, str):
                name = value
            elif isinstance(value, tuple):
                args = value
            else:
                kwargs = value
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    @staticmethod
    def _read(value):
        """name, args and kwargs of a tuple; None when it is not one of the forms."""
        n = len(value)
        if n == 0:
            return "", (), {}
        if n == 3:
            return value
        if n == 1:
            value, = value
            if isinstance(value, tuple):
                return "", value, {}
            if isinstance(value, str):
                return value, (), {}
            return "", (), value
        if n == 2:
            first, second = value
            if isinstance(first, str):
                return (first, second, {}) if isinstance(second, tuple) else (first, (), second)
            return "", first, second
        return None

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        name, args, kwargs = ("",) + tuple(self) if len(self) == 2 else self
        if (getattr(self, "_mock_parent", None) and getattr(other, "_mock_parent", None)
                and self._mock_parent != other._mock_parent):
            return False
        read = self._read(other)
        if read is None:
            return False
        other_name, other_args, other_kwargs = read
        if name and other_name != name:
            return False
        # The other side first: ANY may be on either.
        return (other_args, other_kwargs) == (args, kwargs)

    def __ne__(self, other):
        same = _Call.__eq__(self, other)
        return same if same is NotImplemented else not same

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name="%s.%s" % (self._mock_name, attr), parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__:
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    def _get_call_arguments(self):
        return tuple(self) if len(self) == 2 else tuple(self)[1:]

    @property
    def args(self):
        return self._get_call_arguments()[0]

    @property
    def kwargs(self):
        return self._get_call_arguments()[1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return "call" + name if name.startswith("()") else name
        if len(self) == 2:
            name, (args, kwargs) = "call", self
        else:
            name, args, kwargs = self
            name = "call" if not name else "call" + name if name.startswith("()") else "call.%s" % name
        return _format_call_signature(name, args, kwargs)

    def call_list(self):
        """The calls of a chained call, the first one first."""
        calls, thing = [], self
        while thing is not None:
            if thing._mock_from_kall:
                calls.append(thing)
            thing = thing._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(self[i:i + n] == value for i in range(len(self) - n + 1))

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))
