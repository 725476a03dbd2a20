from collections import namedtuple as _namedtuple

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _derived(name, root, negate, equal):
    """A comparison made of another one: its result, negated if need be, joined with equality if need be."""
    def compare(self, other):
        # The class's own method, not the operator, which would try the reflected one.
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negate:
            result = not result
        if equal == "or":
            return result or self == other
        if equal == "and":
            return result and self != other
        return result
    compare.__name__ = name
    compare.__doc__ = f"Derived by total_ordering from {root}."
    return compare


_orderings = {
    root: {name: _derived(name, root, negate, equal) for name, negate, equal in derived}
    for root, derived in {
        "__lt__": (("__gt__", True, "and"), ("__le__", False, "or"), ("__ge__", True, None)),
        "__le__": (("__ge__", True, "or"), ("__lt__", False, "and"), ("__gt__", True, None)),
        "__gt__": (("__lt__", True, "and"), ("__ge__", False, "or"), ("__le__", True, None)),
        "__ge__": (("__le__", True, "or"), ("__gt__", False, "and"), ("__lt__", True, None)),
    }.items()
}


def total_ordering(cls):
    roots = [op for op in _orderings if getattr(cls, op, None) is not getattr(object, op, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, method in _orderings[max(roots)].items():
        if name not in roots:
            setattr(cls, name, method)
    return cls


_CacheInfo = _namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(user_function):
        return _cached(user_function, maxsize, typed)
    return decorate


def _cached(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        args = ", ".join(map(repr, self.args))
        keywords = ", ".join(f"{k}={v!r}" for k, v in self.keywords.items())
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({self.func}, {args}, {keywords})"

    def _unbound(self):
        def method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        method.__isabstractmethod__ = getattr(self.func, "__isabstractmethod__", False)
        method._partialmethod = self
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._unbound().__get__(obj, cls)


class _Missing:
    pass


_missing = _Missing()


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {self.attrname!r} property.") from None
        value = cache.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                cache[self.attrname] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                                f"does not support item assignment for caching {self.attrname!r} property.") from None
        return value

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def _merge(sequences):
    """The C3 merge of linearisations."""
    order = []
    sequences = [list(s) for s in sequences if s]
    while sequences:
        for sequence in sequences:
            head = sequence[0]
            if not any(head in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        order.append(head)
        for sequence in sequences:
            if sequence[0] == head:
                del sequence[0]
        sequences = [s for s in sequences if s]
    return order


def _c3_mro(cls, abcs=None):
    """The MRO of a class, with abstract classes it is only registered with put where they would stand
    had they been named as the last of the abstract bases."""
    bases = cls.__bases__
    boundary = 0
    for i in range(len(bases), 0, -1):
        if hasattr(bases[i - 1], "__abstractmethods__"):
            boundary = i
            break
    abcs = list(abcs) if abcs else []
    # An abstract class is inserted at the topmost class of the hierarchy that is its subclass.
    inserted = [abc for abc in abcs if issubclass(cls, abc) and not any(issubclass(base, abc) for base in bases)]
    for abc in inserted:
        abcs.remove(abc)
    explicit, others = list(bases[:boundary]), list(bases[boundary:])
    parts = [[_c3_mro(base, abcs=abcs) for base in group] for group in (explicit, inserted, others)]
    return _merge([[cls], *parts[0], *parts[1], *parts[2], explicit, inserted, others])


def _compose_mro(cls, types):
    """The MRO of a class together with those of the registered types that it is a virtual subclass of."""
    from types import GenericAlias
    bases = set(cls.__mro__)

    def related(typ):
        return typ not in bases and hasattr(typ, "__mro__") and not isinstance(typ, GenericAlias) and issubclass(cls, typ)

    types = [t for t in types if related(t)]
    # A type that another one of them derives from comes with that one.
    types = [t for t in types if not any(t is not other and t in other.__mro__ for other in types)]
    known = set(types)
    mro = []
    for typ in types:
        found = [[s for s in sub.__mro__ if s in known] for sub in typ.__subclasses__()
                 if sub not in bases and issubclass(cls, sub)]
        if not found:
            mro.append(typ)
            continue
        for group in sorted(found, key=len, reverse=True):
            for sub in group:
                if sub not in mro:
                    mro.append(sub)
    return _c3_mro(cls, abcs=mro)


def _find_impl(cls, registry):
    match = None
    for t in _compose_mro(cls, registry.keys()):
        if match is not None:
            # Two abstract classes, neither more special than the other, and neither an explicit base.
            if t in registry and t not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, t):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {t}")
            break
        if t in registry:
            match = t
    return registry.get(match)


def _is_union(cls):
    from types import UnionType
    from typing import Union, get_origin
    return get_origin(cls) in (Union, UnionType)


def _is_dispatchable(cls):
    if isinstance(cls, type):
        return True
    return _is_union(cls) and all(isinstance(arg, type) for arg in cls.__args__)


def singledispatch(func):
    import types
    import weakref
    from abc import get_cache_token
    registry = {}
    found = weakref.WeakKeyDictionary()
    token = None  # of the abstract classes' registrations, once an abstract class is registered

    def dispatch(cls):
        nonlocal token
        if token is not None:
            now = get_cache_token()
            if token != now:
                found.clear()
                token = now
        try:
            return found[cls]
        except KeyError:
            try:
                implementation = registry[cls]
            except KeyError:
                implementation = _find_impl(cls, registry)
            found[cls] = implementation
            return implementation

    def register(cls, func=None):
        nonlocal token
        if _is_dispatchable(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. "
                                "Use either `@register(some_class)` or plain `@register` on an annotated function.")
            func = cls
            from typing import get_type_hints
            argname, cls = next(iter(get_type_hints(func).items()))
            if not _is_dispatchable(cls):
                if _is_union(cls):
                    raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        for member in cls.__args__ if _is_union(cls) else (cls,):
            registry[member] = func
            if token is None and hasattr(member, "__abstractmethods__"):
                token = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            found = self.dispatcher.dispatch(args[0].__class__)
            return found.__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
