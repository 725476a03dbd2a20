# --- classes with parameters, and protocols

class Generic:
    """Base of classes with type parameters."""
    __slots__ = ()
    _is_protocol = False

    @_tp_cache
    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple([_type_convert(p) for p in params])
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(p, (TypeVar, ParamSpec)) or getattr(p, "__typing_is_unpacked_typevartuple__", False)
                       for p in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables "
                                "or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        else:
            for param in cls.__parameters__:
                prepare = getattr(param, "__typing_prepare_subst__", None)
                if prepare is not None:
                    params = prepare(cls, params)
            _check_generic(cls, params, len(cls.__parameters__))
            new_args = []
            for param, new in zip(cls.__parameters__, params):
                if isinstance(param, TypeVarTuple):
                    new_args.extend(new)
                else:
                    new_args.append(new)
            params = tuple(new_args)
        return _GenericAlias(cls, params, _paramspec_tvars=True)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        tvars = ()
        orig_bases = cls.__dict__.get("__orig_bases__")
        if orig_bases is not None:
            plain = Generic in orig_bases
        else:
            plain = Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls) != _TypedDictMeta
        if plain:
            raise TypeError("Cannot inherit from plain Generic")
        if orig_bases is not None:
            tvars = _collect_parameters(orig_bases)
            listed = None
            for base in orig_bases:
                if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                    if listed is not None:
                        raise TypeError("Cannot inherit from Generic[...] multiple types.")
                    listed = base.__parameters__
            if listed is not None:
                missing = [str(t) for t in tvars if t not in listed]
                if missing:
                    raise TypeError(f"Some type variables ({', '.join(missing)}) are not listed in "
                                    f"Generic[{', '.join(map(str, listed))}]")
                tvars = listed
        cls.__parameters__ = tuple(tvars)


_not_protocol = frozenset([
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__",
    "__subclasshook__", "__weakref__", "__class_getitem__", "__parameters__", "__orig_bases__", "__orig_class__",
    "_is_protocol", "_is_runtime_protocol", "__match_args__", "_MutableMapping__marker",
])
_unchecked = "Instance and class checks can only be used with @runtime_checkable protocols"


def _get_protocol_attrs(cls):
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for attr in (*base.__dict__, *base.__dict__.get("__annotations__", ())):
            if not attr.startswith("_abc_") and attr not in _not_protocol:
                attrs.add(attr)
    return attrs


def _is_callable_members_only(cls):
    return all(callable(getattr(cls, attr, None)) for attr in _get_protocol_attrs(cls))


def _asked_by_library():
    """Whether class abc asks on its own account, going through subclasses."""
    import abc
    return abc._nested > 0


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _no_init_or_replace_init:
        return
    # The first __init__ in the MRO that is not this one is the class's from now on.
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        is_protocol = getattr(cls, "_is_protocol", False)
        if is_protocol and not getattr(cls, "_is_runtime_protocol", False) and not _asked_by_library():
            raise TypeError(_unchecked)
        if (not is_protocol or _is_callable_members_only(cls)) and issubclass(instance.__class__, cls):
            return True
        if is_protocol and all(hasattr(instance, attr)
                               and (not callable(getattr(cls, attr, None)) or getattr(instance, attr) is not None)
                               for attr in _get_protocol_attrs(cls)):
            return True
        import abc
        abc._nested += 1
        try:
            return super().__instancecheck__(instance)
        finally:
            abc._nested -= 1


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that say what others must have (PEP 544)."""
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)

        def _proto_hook(other):
            if not cls.__dict__.get("_is_protocol", False):
                return NotImplemented
            if not getattr(cls, "_is_runtime_protocol", False):
                if _asked_by_library():
                    return NotImplemented
                raise TypeError(_unchecked)
            if not _is_callable_members_only(cls):
                if _asked_by_library():
                    return NotImplemented
                raise TypeError("Protocols with non-method members don't support issubclass()")
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            for attr in _get_protocol_attrs(cls):
                for base in other.__mro__:
                    if attr in base.__dict__:
                        if base.__dict__[attr] is None:
                            return NotImplemented
                        break
                    annotations = getattr(base, "__annotations__", {})
                    if (isinstance(annotations, collections.abc.Mapping) and attr in annotations
                            and issubclass(other, Generic) and other._is_protocol):
                        break
                else:
                    return NotImplemented
            return True

        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = _proto_hook
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or base.__name__ in _protocol_bases.get(base.__module__, ())
                    or issubclass(base, Generic) and base._is_protocol):
                raise TypeError("Protocols can only inherit from other protocols, got %r" % base)
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


_protocol_bases = {
    "collections.abc": ["Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "Hashable", "Sized",
                        "Container", "Collection", "Reversible"],
    "contextlib": ["AbstractContextManager", "AbstractAsyncContextManager"],
}


def runtime_checkable(cls):
    if not issubclass(cls, Generic) or not cls._is_protocol:
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls


# --- the generic versions of classes

T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)
AnyStr = TypeVar("AnyStr", bytes, str)

_alias = _SpecialGenericAlias
for _name, _count in dict(
        Hashable=0, Awaitable=1, Coroutine=3, AsyncIterable=1, AsyncIterator=1, Iterable=1, Iterator=1, Reversible=1,
        Sized=0, Container=1, Collection=1, MutableSet=1, Mapping=2, MutableMapping=2, Sequence=1, MutableSequence=1,
        ByteString=0, MappingView=1, KeysView=1, ItemsView=2, ValuesView=1, Generator=3, AsyncGenerator=2).items():
    globals()[_name] = _alias(getattr(collections.abc, _name), _count)
Callable = _CallableType(collections.abc.Callable, 2)
AbstractSet = _alias(collections.abc.Set, 1, name="AbstractSet")
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
List = _alias(list, 1, inst=False, name="List")
Deque = _alias(collections.deque, 1, name="Deque")
Set = _alias(set, 1, inst=False, name="Set")
FrozenSet = _alias(frozenset, 1, inst=False, name="FrozenSet")
ContextManager = _alias(contextlib.AbstractContextManager, 1, name="ContextManager")
AsyncContextManager = _alias(contextlib.AbstractAsyncContextManager, 1, name="AsyncContextManager")
Dict = _alias(dict, 2, inst=False, name="Dict")
DefaultDict = _alias(collections.defaultdict, 2, name="DefaultDict")
OrderedDict = _alias(collections.OrderedDict, 2)
Counter = _alias(collections.Counter, 1)
ChainMap = _alias(collections.ChainMap, 2)
Type = _alias(type, 1, inst=False, name="Type")
Pattern = _alias(_re.Pattern, 1)
Match = _alias(_re.Match, 1)


def _supports(name, method, base):
    body = {"__module__": "typing", "__slots__": (), method: abstractmethod(lambda self: None),
            "__doc__": f"An ABC with one abstract method {method}."}
    return runtime_checkable(types.new_class(name, (base,), {}, lambda ns: ns.update(body)))


for _name, _method, _base in (
        ("SupportsInt", "__int__", Protocol), ("SupportsFloat", "__float__", Protocol),
        ("SupportsComplex", "__complex__", Protocol), ("SupportsBytes", "__bytes__", Protocol),
        ("SupportsIndex", "__index__", Protocol), ("SupportsAbs", "__abs__", Protocol[T_co]),
        ("SupportsRound", "__round__", Protocol[T_co])):
    globals()[_name] = _supports(_name, _method, _base)
del _name, _count, _method, _base
