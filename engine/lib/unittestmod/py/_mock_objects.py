"""Mock, MagicMock, AsyncMock and PropertyMock."""
__name__ = "unittest.mock"
import asyncio
import contextlib
import inspect
import sys
from functools import partial
from types import CodeType, ModuleType, MethodType, FunctionType, BuiltinFunctionType

from ._mock_calls import (sentinel, DEFAULT, ANY, call, _Call, _CallList, _missing, _deleted, _format_call_signature)
from . import _mock_calls


class InvalidSpecError(Exception):
    """Indicates that an invalid value was used as a mock spec."""


_safe_super = super


def _is_instance_mock(obj):
    return issubclass(type(obj), NonCallableMock)


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _is_async_obj(obj):
    if _is_instance_mock(obj) and not isinstance(obj, AsyncMock):
        return False
    if hasattr(obj, "__func__"):
        obj = getattr(obj, "__func__")
    return inspect.iscoroutinefunction(obj) or inspect.isawaitable(obj)


def _is_async_func(obj):
    return bool(getattr(obj, "__code__", None)) and inspect.iscoroutinefunction(obj)


def _is_magic(name):
    return "__%s__" % name[2:-2] == name


def _is_list(obj):
    return type(obj) in (list, tuple)


def _callable(obj):
    if isinstance(obj, type):
        return True
    if isinstance(obj, (staticmethod, classmethod, MethodType)):
        return _callable(obj.__func__)
    return getattr(obj, "__call__", None) is not None


def _extract_mock(obj):
    """The mock behind a function that create_autospec made; otherwise the object itself."""
    if isinstance(obj, (FunctionType, MethodType)) and hasattr(obj, "mock"):
        return obj.mock
    return obj


def _get_signature_object(spec, as_instance, eat_self):
    """The function whose signature counts for spec, and that signature; None when there is none."""
    if isinstance(spec, type) and not as_instance:
        spec = spec.__init__
        eat_self = True
    elif isinstance(spec, (classmethod, staticmethod)):
        if isinstance(spec, classmethod):
            eat_self = True
        spec = spec.__func__
    elif not isinstance(spec, FunctionType):
        try:
            spec = spec.__call__
        except AttributeError:
            return None
    sig_func = partial(spec, None) if eat_self else spec
    try:
        return spec, inspect.signature(sig_func)
    except ValueError:
        return None


def _check_sig(func, mock, skipfirst, instance=False):
    found = _get_signature_object(func, instance, skipfirst)
    if found is None:
        return
    func, sig = found

    def checksig(self, /, *args, **kwargs):
        sig.bind(*args, **kwargs)
    for name in ("__name__", "__doc__", "__module__", "__qualname__"):
        try:
            setattr(checksig, name, getattr(func, name))
        except AttributeError:
            pass
    type(mock)._mock_check_sig = checksig
    type(mock).__signature__ = sig


def _check_and_set_parent(parent, value, name, new_name):
    """Makes value a child of parent, unless it belongs somewhere already."""
    value = _extract_mock(value)
    if not _is_instance_mock(value):
        return False
    if (value._mock_name or value._mock_new_name or value._mock_parent is not None
            or value._mock_new_parent is not None):
        return False
    above = parent
    while above is not None:
        if above is value:
            return False  # it would be its own ancestor
        above = above._mock_new_parent
    if new_name:
        value._mock_new_parent = parent
        value._mock_new_name = new_name
    if name:
        value._mock_parent = parent
        value._mock_name = name
    return True


class _MockIter(object):
    def __init__(self, obj):
        self.obj = iter(obj)

    def __next__(self):
        return next(self.obj)


class Base(object):
    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


def _delegating(name):
    hidden = "_mock_" + name

    def _get(self, name=name, hidden=hidden):
        sig = self._mock_delegate
        return getattr(self, hidden) if sig is None else getattr(sig, name)

    def _set(self, value, name=name, hidden=hidden):
        sig = self._mock_delegate
        if sig is None:
            self.__dict__[hidden] = value
        else:
            setattr(sig, name, value)
    return property(_get, _set)


_all_magics = set()  # filled below
_allowed_names = {"return_value", "_mock_return_value", "side_effect", "_mock_side_effect", "_mock_parent",
                  "_mock_new_parent", "_mock_name", "_mock_new_name"}
_non_defaults = {"__get__", "__set__", "__delete__", "__reversed__", "__missing__", "__reduce__", "__reduce_ex__",
                 "__getinitargs__", "__getnewargs__", "__getstate__", "__setstate__", "__getformat__", "__repr__",
                 "__dir__", "__subclasses__", "__format__", "__getnewargs_ex__"}
_unsupported_magics = {"__getattr__", "__setattr__", "__init__", "__new__", "__prepare__", "__instancecheck__",
                       "__subclasscheck__", "__del__"}


class NonCallableMock(Base):
    """A non-callable version of `Mock`"""

    def __new__(cls, /, *args, **kw):
        # Each mock has a class of its own: magic methods are set on it.
        bases = (cls,)
        if not issubclass(cls, AsyncMockMixin):
            names = ("spec", "wraps", "name", "spec_set", "parent")
            spec = (args[0] if args else None) or kw.get("spec_set") or kw.get("spec")
            if spec is not None and _is_async_obj(spec):
                bases = (AsyncMockMixin, cls)
        new = type(cls.__name__, bases, {"__doc__": cls.__doc__})
        return _safe_super(NonCallableMock, cls).__new__(new)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        if _new_parent is None:
            _new_parent = parent
        d = self.__dict__
        d["_mock_parent"] = parent
        d["_mock_name"] = name
        d["_mock_new_name"] = _new_name
        d["_mock_new_parent"] = _new_parent
        d["_mock_sealed"] = False
        if spec_set is not None:
            spec, spec_set = spec_set, True
        if _eat_self is None:
            _eat_self = parent is not None
        self._mock_add_spec(spec, spec_set, _spec_as_instance, _eat_self)
        d["_mock_children"] = {}
        d["_mock_wraps"] = wraps
        d["_mock_delegate"] = None
        d["_mock_called"] = False
        d["_mock_call_args"] = None
        d["_mock_call_count"] = 0
        d["_mock_call_args_list"] = _CallList()
        d["_mock_mock_calls"] = _CallList()
        d["method_calls"] = _CallList()
        d["_mock_unsafe"] = unsafe
        if kwargs:
            self.configure_mock(**kwargs)
        _safe_super(NonCallableMock, self).__init__(spec, wraps, name, spec_set, parent, _spec_state)

    def attach_mock(self, mock, attribute):
        """Attach a mock as an attribute of this one, replacing its name and parent."""
        inner = _extract_mock(mock)
        inner._mock_parent = inner._mock_new_parent = None
        inner._mock_name = ""
        inner._mock_new_name = None
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        """Add a spec to a mock: only its attributes can be fetched from then on."""
        self._mock_add_spec(spec, spec_set)

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        if _is_instance_mock(spec):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        spec_class = signature = None
        asyncs = []
        if spec is not None:
            for attr in dir(spec):
                try:
                    if inspect.iscoroutinefunction(getattr(spec, attr, None)):
                        asyncs.append(attr)
                except Exception:
                    pass
            if not _is_list(spec):
                spec_class = spec if isinstance(spec, type) else type(spec)
                found = _get_signature_object(spec, _spec_as_instance, _eat_self)
                signature = found and found[1]
                spec = dir(spec)
        d = self.__dict__
        d["_spec_class"] = spec_class
        d["_spec_set"] = spec_set
        d["_spec_signature"] = signature
        d["_mock_methods"] = spec
        d["_spec_asyncs"] = asyncs

    def _get_return_value(self):
        ret = self._mock_return_value
        if self._mock_delegate is not None:
            ret = self._mock_delegate.return_value
        if ret is DEFAULT:
            ret = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = ret
        return ret

    def _set_return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self._mock_return_value = value
            _check_and_set_parent(self, value, None, "()")

    return_value = property(_get_return_value, _set_return_value,
                            doc="The value to be returned when the mock is called.")

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    called = _delegating("called")
    call_count = _delegating("call_count")
    call_args = _delegating("call_args")
    call_args_list = _delegating("call_args_list")
    mock_calls = _delegating("mock_calls")

    def _get_side_effect(self):
        delegated = self._mock_delegate
        if delegated is None:
            return self._mock_side_effect
        effect = delegated.side_effect
        if effect is not None and not callable(effect) and not isinstance(effect, _MockIter) \
                and not _is_exception(effect):
            effect = _MockIter(effect)
            delegated.side_effect = effect
        return effect

    def _set_side_effect(self, value):
        if value is not None and not _is_exception(value) and not _callable(value) and not isinstance(value, _MockIter):
            value = _MockIter(value)
        if self._mock_delegate is None:
            self._mock_side_effect = value
        else:
            self._mock_delegate.side_effect = value

    side_effect = property(_get_side_effect, _set_side_effect)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        "Restore the mock object to its initial state."
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called = False
        self.call_args = None
        self.call_count = 0
        self.mock_calls = _CallList()
        self.call_args_list = _CallList()
        self.method_calls = _CallList()
        if return_value:
            self._mock_return_value = DEFAULT
        if side_effect:
            self._mock_side_effect = None
        for child in self._mock_children.values():
            if child is not _deleted and not isinstance(child, _SpecState):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        ret = self._mock_return_value
        if _is_instance_mock(ret) and ret is not self:
            ret.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes on the mock; a dotted name leads to a child."""
        for arg, val in sorted(kwargs.items(), key=lambda entry: entry[0].count(".")):
            obj = self
            *path, final = arg.split(".")
            for entry in path:
                obj = getattr(obj, entry)
            setattr(obj, final, val)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe"):
            raise AttributeError(name)
        if self._mock_methods is not None:
            if name not in self._mock_methods or name in _all_magics:
                raise AttributeError("Mock object has no attribute %r" % name)
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not self._mock_methods or name not in self._mock_methods):
            if name.startswith(("assert", "assret", "asert", "aseert", "assrt")):
                raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant "
                                     f"to be an attribute.")
        result = self._mock_children.get(name)
        if result is _deleted:
            raise AttributeError(name)
        if result is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            result = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = result
        elif isinstance(result, _SpecState):
            from ._mock_spec import create_autospec
            try:
                result = create_autospec(result.spec, result.spec_set, result.instance, result.parent, result.name)
            except InvalidSpecError:
                target = self.__dict__["_mock_name"] or self
                raise InvalidSpecError(f"Cannot autospec attr {name!r} from target {target!r} as it has already been "
                                       f"mocked out. [target={self!r}, attr={result.spec!r}]")
            self._mock_children[name] = result
        return result

    def _extract_mock_name(self):
        names = [self._mock_new_name]
        parent, last, dot = self._mock_new_parent, self, "."
        if names == ["()"]:
            dot = ""
        while parent is not None:
            last = parent
            names.append(parent._mock_new_name + dot)
            dot = "" if parent._mock_new_name == "()" else "."
            parent = parent._mock_new_parent
        names = list(reversed(names))
        first = last._mock_name or "mock"
        if len(names) > 1 and names[1] not in ("()", "()."):
            first += "."
        names[0] = first
        return "".join(names)

    def __repr__(self):
        name = self._extract_mock_name()
        shown = "" if name in ("mock", "mock.") else " name=%r" % name
        spec = ""
        if self._spec_class is not None:
            spec = (" spec_set=%r" if self._spec_set else " spec=%r") % self._spec_class.__name__
        return "<%s%s%s id='%s'>" % (type(self).__name__, shown, spec, id(self))

    def __dir__(self):
        if not _mock_calls.FILTER_DIR:
            return object.__dir__(self)
        mine = [n for n, c in self._mock_children.items() if c is not _deleted]
        extras = self._mock_methods or []
        ours = [n for n in dir(type(self)) if not n.startswith("_") or _is_magic(n)]
        stored = [n for n in self.__dict__ if not n.startswith("_") or _is_magic(n)]
        return sorted(set(list(extras) + ours + stored + mine))

    def __setattr__(self, name, value):
        if name in _setattr_properties:
            return object.__setattr__(self, name, value)
        if (self._spec_set and self._mock_methods is not None and name not in self._mock_methods
                and name not in self.__dict__):
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name in _unsupported_magics:
            raise AttributeError("Attempting to set unsupported magic method %r." % name)
        if name in _all_magics:
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            if not _is_instance_mock(value):
                setattr(type(self), name, _magic_method(name, value))
                original = value
                value = lambda *args, **kw: original(self, *args, **kw)
            else:
                _check_and_set_parent(self, value, None, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
        elif _check_and_set_parent(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            mock_name = f"{self._extract_mock_name()}.{name}"
            raise AttributeError(f"Cannot set {mock_name}")
        if isinstance(value, PropertyMock):
            self.__dict__[name] = value
            return None
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        obj = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            _safe_super(NonCallableMock, self).__delattr__(name)
        elif obj is _deleted:
            raise AttributeError(name)
        if obj is not _missing:
            del self._mock_children[name]
        self._mock_children[name] = _deleted

    # --- what is asserted of the calls

    def _format_mock_call_signature(self, args, kwargs):
        return _format_call_signature(self._mock_name or "mock", args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action="call"):
        return "expected %s not found.\nExpected: %s\nActual: %s" % (
            action, self._format_mock_call_signature(args, kwargs), self._format_mock_call_signature(*self.call_args))

    def _get_call_signature_from_name(self, name):
        """The signature that the call of a (dotted) child has to fit."""
        if not name:
            return self._spec_signature
        sig, children = None, self._mock_children
        for part in name.replace("()", "").split("."):
            child = children.get(part)
            if child is None or isinstance(child, _SpecState):
                break
            child = _extract_mock(child)
            children, sig = child._mock_children, child._spec_signature
        return sig

    def _call_matcher(self, _call):
        """The call with its arguments bound to the signature, where there is one: then how they were passed does
        not matter. An exception when they do not fit."""
        if isinstance(_call, tuple) and len(_call) > 2:
            sig = self._get_call_signature_from_name(_call[0])
        else:
            sig = self._spec_signature
        if sig is None:
            return _call
        if len(_call) == 2:
            name, (args, kwargs) = "", _call
        else:
            name, args, kwargs = _call
        try:
            bound = sig.bind(*args, **kwargs)
            return _Call((name, bound.args, bound.kwargs))
        except TypeError as e:
            return e.with_traceback(None)

    def _calls_repr(self, prefix="Calls"):
        return f"\n{prefix}: {self.mock_calls!r}." if self.mock_calls else ""

    def assert_not_called(self):
        """assert that the mock was never called."""
        if self.call_count == 0:
            return
        raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (
            self._mock_name or "mock", self.call_count, self._calls_repr()))

    def assert_called(self):
        """assert that the mock was called at least once"""
        if self.call_count == 0:
            raise AssertionError("Expected '%s' to have been called." % (self._mock_name or "mock"))

    def assert_called_once(self):
        """assert that the mock was called only once."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (
                self._mock_name or "mock", self.call_count, self._calls_repr()))

    def assert_called_with(self, /, *args, **kwargs):
        """assert that the last call was made with the specified arguments."""
        if self.call_args is None:
            raise AssertionError("expected call not found.\nExpected: %s\nActual: not called." %
                                 self._format_mock_call_signature(args, kwargs))
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(self.call_args) != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(self._format_mock_failure_message(args, kwargs)) from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        """assert that the mock was called exactly once, with the specified arguments."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (
                self._mock_name or "mock", self.call_count, self._calls_repr()))
        return self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        """assert the mock has been called with the specified calls."""
        expected = [self._call_matcher(c) for c in calls]
        cause = next((e for e in expected if isinstance(e, Exception)), None)
        actual = _CallList(self._call_matcher(c) for c in self.mock_calls)
        if not any_order:
            if expected not in actual:
                if cause is None:
                    problem = "Calls not found."
                else:
                    problem = "Error processing expected calls.\nErrors: {}".format(
                        [e if isinstance(e, Exception) else None for e in expected])
                raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}"
                                     f"{self._calls_repr(prefix='Actual').rstrip('.')}") from cause
            return
        actual, missing = list(actual), []
        for c in expected:
            try:
                actual.remove(c)
            except ValueError:
                missing.append(c)
        if missing:
            raise AssertionError("%r does not contain all of %r in its call list, found %r instead" % (
                self._mock_name or "mock", tuple(missing), actual)) from cause

    def assert_any_call(self, /, *args, **kwargs):
        """assert the mock has been called with the specified arguments."""
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        actual = [self._call_matcher(c) for c in self.call_args_list]
        if cause or expected not in _AnyComparer(actual):
            raise AssertionError("%s call not found" % self._format_mock_call_signature(args, kwargs)) from cause

    # --- children

    def _get_child_mock(self, /, **kw):
        """Create the child mocks for attributes and return value."""
        if self._mock_sealed:
            attribute = f".{kw['name']}" if "name" in kw else "()"
            raise AttributeError(self._extract_mock_name() + attribute)
        new_name = kw.get("_new_name")
        if new_name in self.__dict__["_spec_asyncs"]:
            return AsyncMock(**kw)
        kind = type(self)
        if issubclass(kind, MagicMock) and new_name in _async_method_magics:
            cls = AsyncMock
        elif issubclass(kind, AsyncMockMixin):
            if (new_name in _all_sync_magics or self._mock_methods and new_name in self._mock_methods):
                cls = MagicMock
            else:
                cls = AsyncMock
        elif not issubclass(kind, CallableMixin):
            cls = MagicMock if issubclass(kind, NonCallableMagicMock) else Mock
        else:
            cls = kind.__mro__[1]
        return cls(**kw)


class _AnyComparer(list):
    """A list in which the right side of a comparison may hold ANY."""

    def __contains__(self, item):
        for mine in self:
            if len(item) == len(mine) and all(e == a for e, a in zip(item, mine)):
                return True
        return False


class CallableMixin(Base):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        self.__dict__["_mock_return_value"] = return_value
        _safe_super(CallableMixin, self).__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name,
                                                  _new_parent, **kwargs)
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        pass

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        # Those above see it, too, under the name that leads from them to here.
        as_method = self._mock_parent is not None
        method_name, name = self._mock_name, self._mock_new_name
        self.mock_calls.append(_Call(("", args, kwargs)))
        is_call = name == "()"
        above = self._mock_new_parent
        while above is not None:
            if as_method:
                above.method_calls.append(_Call((method_name, args, kwargs)))
                as_method = above._mock_parent is not None
                if as_method:
                    method_name = above._mock_name + "." + method_name
            above.mock_calls.append(_Call((name, args, kwargs)))
            if above._mock_new_name:
                dot = "" if is_call else "."
                is_call = above._mock_new_name == "()"
                name = above._mock_new_name + dot + name
            above = above._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not _callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
                return self.return_value if result is DEFAULT else result
            result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """Create a new `Mock` object: it makes attributes and methods as they are used, and records its calls."""


# --- magic methods

_protocols = ("lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod neg pos abs "
           "invert complex int float index round trunc floor ceil bool next fspath aiter").split()
_numerics = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split()
_magics = ({"__%s__" % m for m in _protocols} | {"__%s__" % m for m in _numerics}
           | {"__i%s__" % m for m in _numerics} | {"__r%s__" % m for m in _numerics})
_async_method_magics = {"__aenter__", "__aexit__", "__anext__"}
_all_sync_magics = _magics | _non_defaults | {"__hash__", "__iter__"}
_all_magics |= _all_sync_magics | _async_method_magics | {"__aiter__"}
_all_sync_magics = _all_magics - _async_method_magics

_calculate_return_value = {
    "__hash__": lambda self: object.__hash__(self),
    "__str__": lambda self: object.__str__(self),
    "__sizeof__": lambda self: object.__sizeof__(self),
    "__fspath__": lambda self: f"{type(self).__name__}/{self._extract_mock_name()}/{id(self)}",
}
_return_values = {"__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented,
                  "__ge__": NotImplemented, "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False,
                  "__complex__": 1j, "__float__": 1.0, "__bool__": True, "__index__": 1, "__aexit__": False}


def _get_eq(self):
    def __eq__(other):
        chosen = self.__eq__._mock_return_value
        if chosen is not DEFAULT:
            return chosen
        return True if self is other else NotImplemented
    return __eq__


def _get_ne(self):
    def __ne__(other):
        if self.__ne__._mock_return_value is not DEFAULT:
            return DEFAULT
        return False if self is other else NotImplemented
    return __ne__


def _get_iter(self):
    def __iter__():
        chosen = self.__iter__._mock_return_value
        return iter([]) if chosen is DEFAULT else iter(chosen)
    return __iter__


def _get_async_iter(self):
    def __aiter__():
        chosen = self.__aiter__._mock_return_value
        return _AsyncIterator(iter([] if chosen is DEFAULT else chosen))
    return __aiter__


_side_effect_methods = {"__eq__": _get_eq, "__ne__": _get_ne, "__iter__": _get_iter, "__aiter__": _get_async_iter}


def _magic_method(name, func):
    "Turns a callable object (like a mock) into a real function"
    def method(self, /, *args, **kw):
        return func(self, *args, **kw)
    method.__name__ = name
    return method


def _set_return_value(mock, method, name):
    if name in _return_values:
        method.return_value = _return_values[name]
    elif name in _calculate_return_value:
        method.return_value = _calculate_return_value[name](mock)
    elif name in _side_effect_methods:
        method.side_effect = _side_effect_methods[name](mock)


class MagicMixin(Base):
    def __init__(self, /, *args, **kw):
        self._mock_set_magics()
        _safe_super(MagicMixin, self).__init__(*args, **kw)
        self._mock_set_magics()

    def _mock_set_magics(self):
        wanted = _magics | _async_method_magics | {"__hash__", "__iter__"}
        if getattr(self, "_mock_methods", None) is not None:
            chosen = wanted.intersection(self._mock_methods)
            for name in wanted - chosen:
                if name in type(self).__dict__:
                    delattr(self, name)
            wanted = chosen
        cls = type(self)
        for name in wanted - set(cls.__dict__):
            setattr(cls, name, MagicProxy(name, self))


class MagicProxy(Base):
    """A magic method that has not been used yet: the mock for it is made when it is."""

    def __init__(self, name, parent):
        self.name = name
        self.parent = parent

    def create_mock(self):
        name, parent = self.name, self.parent
        m = parent._get_child_mock(name=name, _new_name=name, _new_parent=parent)
        setattr(parent, name, m)
        _set_return_value(parent, m, name)
        return m

    def __get__(self, obj, _type=None):
        return self.create_mock()


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A version of `MagicMock` that isn't callable."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class MagicMock(MagicMixin, Mock):
    """A subclass of Mock with default implementations of most of the magic methods."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class AsyncMagicMixin(MagicMixin):
    pass


# --- coroutine functions

class AsyncMockMixin(Base):
    await_count = _delegating("await_count")
    await_args = _delegating("await_args")
    await_args_list = _delegating("await_args_list")

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # asyncio's and inspect's tests for coroutine functions look for these.
        self.__dict__["_is_coroutine"] = asyncio.coroutines._is_coroutine
        self.__dict__["_mock_await_count"] = 0
        self.__dict__["_mock_await_args"] = None
        self.__dict__["_mock_await_args_list"] = _CallList()
        code = NonCallableMock(spec_set=CodeType)
        code.co_flags = inspect.CO_COROUTINE
        self.__dict__["__code__"] = code
        self.__dict__["__name__"] = "AsyncMock"
        self.__dict__["__defaults__"] = tuple()
        self.__dict__["__kwdefaults__"] = {}
        self.__dict__["__annotations__"] = None

    async def _execute_mock_call(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not _callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    # It cannot leave a coroutine.
                    raise StopAsyncIteration
                if _is_exception(result):
                    raise result
                return result
            if inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            if inspect.iscoroutinefunction(self._mock_wraps):
                return await self._mock_wraps(*args, **kwargs)
            return self._mock_wraps(*args, **kwargs)
        return self.return_value

    def assert_awaited(self):
        """Assert that the mock was awaited at least once."""
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        """Assert that the mock was awaited exactly once."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited once."
                                 f" Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        """Assert that the last await was with the specified arguments."""
        if self.await_args is None:
            raise AssertionError(f"Expected await: {self._format_mock_call_signature(args, kwargs)}\nNot awaited")
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(self.await_args) != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError("expected await not found.\nExpected: %s\nActual: %s" % (
                self._format_mock_call_signature(args, kwargs),
                self._format_mock_call_signature(*self.await_args))) from cause

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Assert that the mock was awaited exactly once, with the specified arguments."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited once."
                                 f" Awaited {self.await_count} times.")
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Assert the mock has ever been awaited with the specified arguments."""
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        actual = [self._call_matcher(c) for c in self.await_args_list]
        if cause or expected not in _AnyComparer(actual):
            raise AssertionError("%s await not found" % self._format_mock_call_signature(args, kwargs)) from cause

    def assert_has_awaits(self, calls, any_order=False):
        """Assert the mock has been awaited with the specified calls."""
        expected = [self._call_matcher(c) for c in calls]
        cause = next((e for e in expected if isinstance(e, Exception)), None)
        actual = _CallList(self._call_matcher(c) for c in self.await_args_list)
        if not any_order:
            if expected not in actual:
                if cause is None:
                    problem = "Awaits not found."
                else:
                    problem = "Error processing expected awaits.\nErrors: {}".format(
                        [e if isinstance(e, Exception) else None for e in expected])
                raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}") from cause
            return
        actual, missing = list(actual), []
        for c in expected:
            try:
                actual.remove(c)
            except ValueError:
                missing.append(c)
        if missing:
            raise AssertionError("%r not all found in await list" % (tuple(missing),)) from cause

    def assert_not_awaited(self):
        """Assert that the mock was never awaited."""
        if self.await_count != 0:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to not have been awaited."
                                 f" Awaited {self.await_count} times.")

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count = 0
        self.await_args = None
        self.await_args_list = _CallList()


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    """A Mock whose call answers a coroutine."""


class _AsyncIterator:
    """Wraps an iterator in an asynchronous iterator."""

    def __init__(self, iterator):
        self.iterator = iterator

    async def __anext__(self):
        try:
            return next(self.iterator)
        except StopIteration:
            pass
        raise StopAsyncIteration

    def __aiter__(self):
        return self


class PropertyMock(Mock):
    """A mock to be used as a property: fetching it calls it, setting it calls it with the value."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


class _SpecState(object):
    """An attribute of an autospecced mock that has not been used yet."""

    def __init__(self, spec, spec_set=False, parent=None, name=None, ids=None, instance=False):
        self.spec = spec
        self.ids = ids
        self.spec_set = spec_set
        self.parent = parent
        self.instance = instance
        self.name = name


_setattr_properties = _allowed_names | {"called", "call_count", "call_args", "call_args_list", "mock_calls",
                                        "await_count", "await_args", "await_args_list"}
_setattr_properties |= {"_mock_methods", "_mock_wraps", "_mock_delegate", "_mock_sealed", "_mock_children",
                        "method_calls", "_spec_class"}
