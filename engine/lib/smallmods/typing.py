import sys
import collections
import collections.abc
import contextlib
from abc import ABCMeta, abstractmethod
from types import GenericAlias, UnionType

__all__ = [
    "Annotated", "Any", "AnyStr", "Awaitable", "AsyncContextManager", "AsyncGenerator", "AsyncIterable",
    "AsyncIterator", "Callable", "ChainMap", "ClassVar", "Collection", "Concatenate", "Container", "ContextManager",
    "Coroutine", "Counter", "DefaultDict", "Deque", "Dict", "Final", "FrozenSet", "Generator", "Generic", "Hashable",
    "Iterable", "Iterator", "List", "Literal", "LiteralString", "Mapping", "MutableMapping", "MutableSequence",
    "MutableSet", "NamedTuple", "Never", "NewType", "NoReturn", "NotRequired", "Optional", "OrderedDict", "ParamSpec",
    "Protocol", "Required", "Reversible", "Self", "Sequence", "Set", "Sized", "SupportsAbs", "SupportsFloat",
    "SupportsIndex", "SupportsInt", "Text", "Tuple", "Type", "TypeAlias", "TypeGuard", "TypeVar", "TypeVarTuple",
    "TypedDict", "TYPE_CHECKING", "Union", "Unpack", "cast", "final", "get_args", "get_origin", "get_type_hints",
    "no_type_check", "overload", "runtime_checkable", "assert_never", "assert_type", "reveal_type",
]

TYPE_CHECKING = False
Text = str


def _show(t):
    """How a type is written inside another one."""
    if isinstance(t, GenericAlias):
        return repr(t)
    if isinstance(t, type):
        return t.__qualname__ if t.__module__ == "builtins" else f"{t.__module__}.{t.__qualname__}"
    if t is ...:
        return "..."
    if isinstance(t, (list, tuple)):
        return "[" + ", ".join(map(_show, t)) + "]"
    return repr(t)


def _convert(t):
    if t is None:
        return type(None)
    if isinstance(t, str):
        return ForwardRef(t)
    return t


class ForwardRef:
    def __init__(self, arg, *args, **kwargs):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Form:
    """What can stand where a type stands."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _SpecialForm(_Form):
    def __init__(self, name, getitem=None):
        self._name = name
        self._getitem = getitem

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, params):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, params)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")


def _parameters(args):
    found = []
    for a in args:
        if isinstance(a, (TypeVar, ParamSpec, TypeVarTuple)):
            if a not in found:
                found.append(a)
        for p in getattr(a, "__parameters__", ()) if not isinstance(a, type) or isinstance(a, GenericAlias) else ():
            if p not in found:
                found.append(p)
        if isinstance(a, (list, tuple)):
            for p in _parameters(a):
                if p not in found:
                    found.append(p)
    return tuple(found)


class _Alias(_Form):
    """A generic type with its arguments, such as List[int]."""

    def __init__(self, origin, args, name=None, shown=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters(args)
        self._name = name
        self._shown = shown

    def __repr__(self):
        head = f"typing.{self._name}" if self._name else _show(self.__origin__)
        if self._shown is not None:
            return self._shown(self)
        if not self.__args__:
            return f"{head}[()]"
        return f"{head}[{', '.join(map(_show, self.__args__))}]"

    def __eq__(self, other):
        if self.__origin__ is Union and isinstance(other, type(int | str)):
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _Alias) or self.__origin__ != other.__origin__:
            return NotImplemented
        if self.__origin__ in (Union, Literal):
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __call__(self, *args, **kwargs):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot instantiate {self!r}")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        result = [] if self.__origin__ in bases else [self.__origin__]
        later = bases[[b is self for b in bases].index(True) + 1:]
        if Generic not in bases and self.__origin__ is not Generic and self.__origin__ is not Protocol and \
                not any(isinstance(b, _Alias) or isinstance(b, type) and issubclass(b, Generic) for b in later):
            if not (isinstance(self.__origin__, type) and issubclass(self.__origin__, Generic)) and self.__parameters__:
                result.append(Generic)
        return tuple(result)

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        given = dict(zip(self.__parameters__, map(_convert, params)))

        def fill(a):
            if a in self.__parameters__:
                return given[a]
            if isinstance(a, (_Alias, GenericAlias)) and a.__parameters__:
                return a[tuple(given[p] for p in a.__parameters__)]
            return a
        return _Alias(self.__origin__, tuple(map(fill, self.__args__)), self._name, self._shown)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj), obj)

    def __subclasscheck__(self, cls, obj=None):
        if self.__origin__ is Union:
            return any(isinstance(obj, a) if obj is not None or cls is type(None) else issubclass(cls, a)
                       for a in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __iter__(self):
        yield _Alias(Unpack, (self,))


def _flatten(params):
    out = []
    for p in map(_convert, params):
        members = p.__args__ if isinstance(p, UnionType) or isinstance(p, _Alias) and p.__origin__ is Union else (p,)
        for m in members:
            if m not in out:
                out.append(m)
    return tuple(out)


def _show_union(alias):
    args = alias.__args__
    if len(args) == 2 and type(None) in args:
        other = args[0] if args[1] is type(None) else args[1]
        return f"typing.Optional[{_show(other)}]"
    return f"typing.Union[{', '.join(map(_show, args))}]"


def _union(self, params):
    if params == ():
        raise TypeError("Cannot take a Union of no types.")
    args = _flatten(params if isinstance(params, tuple) else (params,))
    return args[0] if len(args) == 1 else _Alias(self, args, "Union", _show_union)


def _one(self, param):
    return _Alias(self, (_convert(param),), self._name)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", lambda self, p: Union[p, type(None)])
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
ClassVar = _SpecialForm("ClassVar", _one)
Final = _SpecialForm("Final", _one)
TypeAlias = _SpecialForm("TypeAlias")
TypeGuard = _SpecialForm("TypeGuard", _one)
Required = _SpecialForm("Required", _one)
NotRequired = _SpecialForm("NotRequired", _one)
Unpack = _SpecialForm("Unpack", _one)
Concatenate = _SpecialForm("Concatenate", lambda self, p: _Alias(self, p if isinstance(p, tuple) else (p,), "Concatenate"))
Literal = _SpecialForm("Literal", lambda self, p: _Alias(
    self, tuple(dict(((v, type(v)), v) for v in (p if isinstance(p, tuple) else (p,))).values()), "Literal",
    lambda a: f"typing.Literal[{', '.join(map(repr, a.__args__))}]"))


class _AnnotatedForm(_SpecialForm):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        alias = _Alias(_convert(params[0]), (_convert(params[0]),), "Annotated", lambda a: "typing.Annotated[" + ", ".join(
            [_show(a.__origin__), *map(repr, a.__metadata__)]) + "]")
        alias.__metadata__ = params[1:]
        return alias


Annotated = _AnnotatedForm("Annotated")


class _TypeParameter(_Form):
    def __init__(self, name):
        self.__name__ = name
        self.__module__ = "__main__"

    def __repr__(self):
        prefix = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return prefix + self.__name__

    __covariant__ = __contravariant__ = False


class TypeVar(_TypeParameter):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        super().__init__(name)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__constraints__ = tuple(map(_convert, constraints))
        self.__bound__ = _convert(bound) if bound is not None else None
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant


class ParamSpec(_TypeParameter):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        super().__init__(name)
        self.__bound__ = bound
        self.args = ParamSpecArgs(self)
        self.kwargs = ParamSpecKwargs(self)


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs(ParamSpecArgs):
    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class TypeVarTuple(_TypeParameter):
    def __iter__(self):
        yield _Alias(Unpack, (self,), "Unpack")

    def __repr__(self):
        return self.__name__


AnyStr = TypeVar("AnyStr", bytes, str)
T = TypeVar("T")


class _Generic(_Form):
    """An alias of a built-in class, such as typing.List."""

    def __init__(self, origin, name, count=None):
        self.__origin__ = origin
        self._name = name
        self._count = count

    def __repr__(self):
        return f"typing.{self._name}"

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if self._count is not None and len(params) != self._count:
            word = "many" if len(params) > self._count else "few"
            raise TypeError(f"Too {word} arguments for {self}; actual {len(params)}, expected {self._count}")
        return _Alias(self.__origin__, tuple(map(_convert, params)), self._name)

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)


class _TupleForm(_Generic):
    def __getitem__(self, params):
        if params == ():
            return _Alias(tuple, (), "Tuple")
        return super().__getitem__(params)


class _CallableForm(_Generic):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        if args is ...:
            flat = (..., _convert(result))
        elif isinstance(args, (list, tuple)):
            flat = (*map(_convert, args), _convert(result))
        else:
            flat = (args, _convert(result))

        def show(alias):
            *front, back = alias.__args__
            if front == [...]:
                return f"typing.Callable[..., {_show(back)}]"
            if len(front) == 1 and isinstance(front[0], ParamSpec):
                return f"typing.Callable[{front[0]!r}, {_show(back)}]"
            return f"typing.Callable[[{', '.join(map(_show, front))}], {_show(back)}]"
        return _Alias(collections.abc.Callable, flat, "Callable", show)


List = _Generic(list, "List", 1)
Dict = _Generic(dict, "Dict", 2)
Set = _Generic(set, "Set", 1)
FrozenSet = _Generic(frozenset, "FrozenSet", 1)
Tuple = _TupleForm(tuple, "Tuple")
Type = _Generic(type, "Type", 1)
DefaultDict = _Generic(collections.defaultdict, "DefaultDict", 2)
OrderedDict = _Generic(collections.OrderedDict, "OrderedDict", 2)
Counter = _Generic(collections.Counter, "Counter", 1)
ChainMap = _Generic(collections.ChainMap, "ChainMap", 2)
Deque = _Generic(collections.deque, "Deque", 1)
Callable = _CallableForm(collections.abc.Callable, "Callable")
for _name, _count in dict(
        Awaitable=1, Coroutine=3, AsyncIterable=1, AsyncIterator=1, AsyncGenerator=2, Iterable=1, Iterator=1,
        Reversible=1, Generator=3, Sized=0, Hashable=0, Container=1, Collection=1, MutableSet=1, Mapping=2,
        MutableMapping=2, MappingView=1, KeysView=1, ItemsView=2, ValuesView=1, Sequence=1, MutableSequence=1,
        ByteString=0).items():
    globals()[_name] = _Generic(getattr(collections.abc, _name), _name, _count)
AbstractSet = _Generic(collections.abc.Set, "AbstractSet", 1)
ContextManager = _Generic(contextlib.AbstractContextManager, "ContextManager", 1)
AsyncContextManager = _Generic(contextlib.AbstractAsyncContextManager, "AsyncContextManager", 1)


def _generic_getitem(cls, params):
    if not isinstance(params, tuple):
        params = (params,)
    return _Alias(cls, tuple(map(_convert, params)))


class Generic:
    __slots__ = ()
    __class_getitem__ = classmethod(_generic_getitem)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls.__parameters__ = _parameters(cls.__dict__.get("__orig_bases__", ()))


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol"):
            if not cls.__dict__.get("_is_runtime_protocol"):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            return all(hasattr(instance, a) for a in _protocol_attrs(cls))
        return super().__instancecheck__(instance)


def _protocol_attrs(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in (*base.__dict__, *base.__dict__.get("__annotations__", {})):
            if not name.startswith("_abc_") and name not in _not_protocol:
                names.add(name)
    return names


_not_protocol = frozenset([
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__",
    "__subclasshook__", "__weakref__", "__class_getitem__", "__parameters__", "__orig_bases__", "_is_protocol",
    "_is_runtime_protocol", "__qualname__", "__match_args__", "__hash__",
])


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = any(b is Protocol for b in cls.__bases__)

    def __init__(self, *args, **kwargs):
        if type(self).__dict__.get("_is_protocol"):
            raise TypeError("Protocols cannot be instantiated")


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def _supports(method):
    @runtime_checkable
    class Supports(Protocol):
        pass
    setattr(Supports, method, abstractmethod(lambda self: None))
    return Supports


for _name, _method in dict(SupportsInt="__int__", SupportsFloat="__float__", SupportsComplex="__complex__",
                           SupportsBytes="__bytes__", SupportsIndex="__index__", SupportsAbs="__abs__",
                           SupportsRound="__round__").items():
    globals()[_name] = _supports(_method)
    globals()[_name].__name__ = globals()[_name].__qualname__ = _name
del _name, _count, _method


class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = self.__name__ = name
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get("__name__", "__main__")

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        types = ns.get("__annotations__", {})
        defaults = []
        seen = []
        for field in types:
            seen.append(field)
            if field in ns:
                defaults.append(ns[field])
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default "
                                f"field{'s' if len(defaults) > 1 else ''} {', '.join(f for f in types if f in ns and f in seen)}")
        made = collections.namedtuple(typename, list(types), defaults=defaults, module=ns.get("__module__"))
        made.__annotations__ = dict(types)
        made.__new__.__annotations__ = dict(types)
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make",
                       "_replace", "_asdict"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in types and key not in ("__annotations__", "__module__", "__qualname__", "__orig_bases__"):
                setattr(made, key, value)
        made.__qualname__ = ns.get("__qualname__", typename)
        return made


_namedtuple_base = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


class _NamedTupleForm:
    def __call__(self, typename, fields=(), /, **kwargs):
        fields = list(fields) or list(kwargs.items())
        made = collections.namedtuple(typename, [n for n, _ in fields],
                                      module=sys._getframe(1).f_globals.get("__name__", "__main__"))
        made.__annotations__ = dict(fields)
        return made

    def __mro_entries__(self, bases):
        return (_namedtuple_base,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        annotations = {}
        required, optional = set(), set()
        made = type.__new__(_TypedDictMeta, name, (dict,), {k: v for k, v in ns.items() if k != "__orig_bases__"})
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, tp in ns.get("__annotations__", {}).items():
            origin = getattr(tp, "__origin__", None)
            annotations[key] = tp
            (required if origin is Required or total and origin is not NotRequired else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError("TypedDict does not support instance and class checks")


_typeddict_base = type.__new__(_TypedDictMeta, "TypedDict", (), {})


class _TypedDictForm:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        return _TypedDictMeta(typename, (), {"__annotations__": dict(fields or kwargs)}, total=total)

    def __mro_entries__(self, bases):
        return (_typeddict_base,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDictForm()


def cast(typ, val):
    return val


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


_overloads = {}


def overload(func):
    f = getattr(func, "__func__", func)
    _overloads.setdefault((f.__module__, f.__qualname__), []).append(func)

    def dummy(*args, **kwds):
        raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                                  "outside a stub module should always be followed by an implementation that is not "
                                  "@overload-ed.")
    return dummy


def get_overloads(func):
    f = getattr(func, "__func__", func)
    return list(_overloads.get((f.__module__, f.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def no_type_check(arg):
    arg.__no_type_check__ = True
    return arg


def dataclass_transform(**kwargs):
    return lambda cls: cls


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def get_origin(tp):
    if isinstance(tp, _Alias):
        return Annotated if tp._name == "Annotated" else tp.__origin__
    if isinstance(tp, UnionType):
        return UnionType
    if isinstance(tp, (GenericAlias, _Generic, ParamSpecArgs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return None


def get_args(tp):
    if isinstance(tp, _Alias):
        if tp._name == "Annotated":
            return (tp.__origin__, *tp.__metadata__)
        if tp._name == "Callable" and tp.__args__ and tp.__args__[0] is not ... and not isinstance(tp.__args__[0], ParamSpec):
            return list(tp.__args__[:-1]), tp.__args__[-1]
        return tp.__args__
    if isinstance(tp, (GenericAlias, UnionType)):
        return tp.__args__
    return ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            ns = globalns or getattr(sys.modules.get(base.__module__), "__dict__", {})
            for name, value in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolve(value, ns, localns or dict(vars(base)), include_extras)
        return hints
    func = obj
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    ns = globalns or getattr(func, "__globals__", getattr(obj, "__dict__", {}))
    for name, value in (getattr(obj, "__annotations__", None) or {}).items():
        hints[name] = _resolve(value, ns, localns, include_extras)
    return hints


def _resolve(value, globalns, localns, extras):
    if isinstance(value, ForwardRef):
        value = value.__forward_arg__
    if isinstance(value, str):
        value = eval(value, dict(globalns), localns or {})
    if value is None:
        return type(None)
    if not extras and isinstance(value, _Alias) and value._name == "Annotated":
        return value.__origin__
    return value


class IO(Generic[AnyStr]):
    """What open() answers, for annotations: the methods say their types, files have the behaviour."""

    __slots__ = ()
    mode = property(lambda self: None)
    name = property(lambda self: None)
    closed = property(lambda self: None)

    @abstractmethod
    def close(self) -> None:
        pass

    @abstractmethod
    def fileno(self) -> int:
        pass

    @abstractmethod
    def flush(self) -> None:
        pass

    @abstractmethod
    def isatty(self) -> bool:
        pass

    @abstractmethod
    def read(self, n: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readable(self) -> bool:
        pass

    @abstractmethod
    def readline(self, limit: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readlines(self, hint: int = -1) -> List[AnyStr]:
        pass

    @abstractmethod
    def seek(self, offset: int, whence: int = 0) -> int:
        pass

    @abstractmethod
    def seekable(self) -> bool:
        pass

    @abstractmethod
    def tell(self) -> int:
        pass

    @abstractmethod
    def truncate(self, size: int = None) -> int:
        pass

    @abstractmethod
    def writable(self) -> bool:
        pass

    @abstractmethod
    def write(self, s: AnyStr) -> int:
        pass

    @abstractmethod
    def writelines(self, lines: List[AnyStr]) -> None:
        pass

    @abstractmethod
    def __enter__(self) -> 'IO[AnyStr]':
        pass

    @abstractmethod
    def __exit__(self, type, value, traceback) -> None:
        pass


class TextIO(IO[str]):
    __slots__ = ()
    buffer = property(lambda self: None)
    encoding = property(lambda self: None)
    errors = property(lambda self: None)
    line_buffering = property(lambda self: None)
    newlines = property(lambda self: None)

    @abstractmethod
    def __enter__(self) -> "TextIO":
        pass


class BinaryIO(IO[bytes]):
    __slots__ = ()

    @abstractmethod
    def write(self, s: Union[bytes, bytearray]) -> int:
        pass

    @abstractmethod
    def __enter__(self) -> "BinaryIO":
        pass
