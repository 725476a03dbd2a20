import abc
import keyword
import sys
import types
from types import GenericAlias, MappingProxyType

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


_repr_running = set()  # ids of what is being shown


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        if isinstance(self.type, type):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f"dataclasses.InitVar[{name}]"


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
                 "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        key = id(self)
        if key in _repr_running:
            return "..."
        _repr_running.add(key)
        try:
            return self._shown()
        finally:
            _repr_running.discard(key)

    def _shown(self):
        parts = [f"{n}={getattr(self, n)!r}" for n in ("name", "type", "default", "default_factory", "init", "repr",
                                                       "hash", "compare", "metadata", "kw_only")]
        return f"Field({','.join(parts)},_field_type={self._field_type})"

    def __set_name__(self, owner, name):
        # The default may be a descriptor that wants to know its name.
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _DataclassParams:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq, self.order, self.unsafe_hash, self.frozen = init, repr, eq, order, unsafe_hash, frozen

    def __repr__(self):
        return (f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
                f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})")


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")


def _is_classvar(tp, typing):
    return tp is typing.ClassVar or type(tp) is typing._GenericAlias and tp.__origin__ is typing.ClassVar


def _is_initvar(tp, dataclasses):
    return tp is dataclasses.InitVar or type(tp) is dataclasses.InitVar


def _is_kw_only(tp, dataclasses):
    return tp is dataclasses.KW_ONLY


def _is_type(annotation, cls, module, kind, predicate):
    """Whether an annotation that is a text begins with a name for that type, as the class's module has it."""
    prefix, name = "", annotation.strip()
    end = next((i for i, ch in enumerate(name) if not (ch == "_" or ch.isalnum())), len(name))
    rest = name[end:].lstrip()
    if rest.startswith("."):
        prefix, name = name[:end], rest[1:].lstrip()
        end = next((i for i, ch in enumerate(name) if not (ch == "_" or ch.isalnum())), len(name))
    name = name[:end]
    if not name:
        return False
    ns = getattr(sys.modules.get(cls.__module__), "__dict__", None)
    if prefix:
        if ns is None or ns.get(prefix) is not module:
            return False
        ns = sys.modules.get(kind.__module__).__dict__
    return ns is not None and predicate(ns.get(name), module)


def _kind(annotation, cls):
    typing = sys.modules.get("typing")
    if typing and (_is_classvar(annotation, typing) or isinstance(annotation, str)
                   and _is_type(annotation, cls, typing, typing.ClassVar, _is_classvar)):
        return _FIELD_CLASSVAR
    dataclasses = sys.modules[__name__]
    if _is_initvar(annotation, dataclasses) or isinstance(annotation, str) and _is_type(
            annotation, cls, dataclasses, dataclasses.InitVar, _is_initvar):
        return _FIELD_INITVAR
    return _FIELD


def _get_field(cls, name, tp, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ in ("member_descriptor",):
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = tp
    f._field_type = _kind(tp, cls)
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type is not _FIELD_CLASSVAR:
        if f.kw_only is MISSING:
            f.kw_only = kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f


def _function(name, params, body, scope, qualname):
    text = f"def {name}({', '.join(params)}):\n" + "".join(f"  {line}\n" for line in body or ["pass"])
    exec(text, scope)
    func = scope.pop(name)
    func.__qualname__ = qualname
    return func


def _make_init(cls, fields, frozen, post_init):
    seen_default = False
    for f in fields:
        if f.init and not f.kw_only:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = True
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
    scope = {"_HAS_DEFAULT_FACTORY": _HAS_DEFAULT_FACTORY, "_set": object.__setattr__, "__name__": cls.__module__}
    self_name = "__dataclass_self__" if any(f.name == "self" for f in fields) else "self"

    def parameter(f):
        if f.default is not MISSING:
            scope[f"_dflt_{f.name}"] = f.default
            return f"{f.name}=_dflt_{f.name}"
        if f.default_factory is not MISSING:
            return f"{f.name}=_HAS_DEFAULT_FACTORY"
        return f.name

    params = [self_name] + [parameter(f) for f in fields if f.init and not f.kw_only]
    kw = [parameter(f) for f in fields if f.init and f.kw_only]
    if kw:
        params += ["*"] + kw
    body = []
    for f in fields:
        if f.default_factory is not MISSING:
            scope[f"_factory_{f.name}"] = f.default_factory
            value = f"_factory_{f.name}()"
            if f.init:
                value += f" if {f.name} is _HAS_DEFAULT_FACTORY else {f.name}"
        elif f.init:
            value = f.name
        elif f.default is not MISSING and "__slots__" in cls.__dict__:
            scope[f"_dflt_{f.name}"] = f.default
            value = f"_dflt_{f.name}"
        else:
            continue
        if f._field_type is _FIELD_INITVAR:
            continue
        body.append(f"_set({self_name}, {f.name!r}, {value})" if frozen else f"{self_name}.{f.name} = {value}")
    if post_init:
        given = ", ".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.__post_init__({given})")
    init = _function("__init__", params, body, scope, f"{cls.__qualname__}.__init__")
    init.__annotations__ = {**{f.name: f.type for f in fields if f.init}, "return": None}
    return init




def _make_repr(cls, fields):
    def __repr__(self):
        key = id(self)
        if key in _repr_running:
            return "..."
        _repr_running.add(key)
        try:
            shown = ", ".join([f"{n}={getattr(self, n)!r}" for n in names])
            return f"{self.__class__.__qualname__}({shown})"
        finally:
            _repr_running.discard(key)
    names = [f.name for f in fields if f.repr]
    __repr__.__qualname__ = f"{cls.__qualname__}.__repr__"
    return __repr__


def _make_comparison(cls, name, op, names):
    mine = "(" + "".join(f"self.{n}," for n in names) + ")"
    other = "(" + "".join(f"other.{n}," for n in names) + ")"
    body = ["if other.__class__ is self.__class__:", f" return {mine} {op} {other}", "return NotImplemented"]
    return _function(name, ["self", "other"], body, {"__name__": cls.__module__}, f"{cls.__qualname__}.{name}")


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _annotation_text(tp):
    # As inspect writes annotations.
    if getattr(tp, "__module__", None) == "typing":
        return repr(tp).replace("typing.", "")
    if isinstance(tp, type):
        return tp.__qualname__ if tp.__module__ in ("builtins",) else f"{tp.__module__}.{tp.__qualname__}"
    return repr(tp)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    cls.__module__  # what is no class has none
    owner = cls  # stays so when slots make another class of it
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    any_frozen_base = has_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get(_FIELDS)
        if base_fields is not None:
            has_bases = True
            fields.update(base_fields)
            if getattr(base, _PARAMS).frozen:
                any_frozen_base = True
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    kw_only_seen = False
    dataclasses = sys.modules[__name__]
    for name, tp in annotations.items():
        if _is_kw_only(tp, dataclasses) or isinstance(tp, str) and _is_type(
                tp, cls, dataclasses, dataclasses.KW_ONLY, _is_kw_only):
            if kw_only_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only_seen = kw_only = True
            continue
        own.append(_get_field(cls, name, tp, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen_base and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    all_init = [f for f in fields.values() if f._field_type is not _FIELD_CLASSVAR]
    if init:
        _set_new(cls, "__init__", _make_init(cls, all_init, frozen, hasattr(cls, "__post_init__")))
    plain = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        _set_new(cls, "__repr__", _make_repr(cls, plain))
    compared = [f.name for f in plain if f.compare]
    if eq:
        _set_new(cls, "__eq__", _make_comparison(cls, "__eq__", "==", compared))
    if order:
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _set_new(cls, name, _make_comparison(cls, name, op, compared)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                "Consider using functools.total_ordering")
    if frozen:
        names = frozenset(f.name for f in plain)

        def __setattr__(self, name, value):
            if type(self) is owner or name in names:
                raise FrozenInstanceError(f"cannot assign to field {name!r}")
            super(owner, self).__setattr__(name, value)

        def __delattr__(self, name):
            if type(self) is owner or name in names:
                raise FrozenInstanceError(f"cannot delete field {name!r}")
            super(owner, self).__delattr__(name)
        for method in (__setattr__, __delattr__):
            if _set_new(cls, method.__name__, method):
                raise TypeError(f"Cannot overwrite attribute {method.__name__} in class {cls.__name__}")
    hashed = [f.name for f in plain if (f.compare if f.hash is None else f.hash)]

    def __hash__(self):
        return hash(tuple([getattr(self, n) for n in hashed]))
    __hash__.__qualname__ = f"{cls.__qualname__}.__hash__"
    if unsafe_hash:
        if explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = __hash__
    elif eq and frozen:
        if not explicit_hash:
            cls.__hash__ = __hash__
    elif eq and not explicit_hash:
        cls.__hash__ = None
    if match_args:
        _set_new(cls, "__match_args__", tuple(f.name for f in all_init if f.init and not f.kw_only))
    if not getattr(cls, "__doc__"):
        params = []
        for f in sorted(all_init, key=lambda f: f.kw_only):
            if f.init:
                if f.kw_only and "*" not in params:
                    params.append("*")
                text = f"{f.name}: {_annotation_text(f.type)}"
                if f.default is not MISSING:
                    text += f" = {f.default!r}"
                elif f.default_factory is not MISSING:
                    text += " = <factory>"
                params.append(text)
        cls.__doc__ = f"{cls.__name__}({', '.join(params)})"
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _add_slots(cls, frozen, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    body = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    wanted = (*names, "__weakref__") if weakref_slot else names
    body["__slots__"] = tuple(n for n in wanted if n not in inherited)
    for name in names:
        body.pop(name, None)
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    cls = type(cls)(cls.__name__, cls.__bases__, body)
    if qualname is not None:
        cls.__qualname__ = qualname
    if frozen:
        # Neither the generated __setattr__ nor a missing __dict__ lets a pickle set the fields.
        if "__getstate__" not in body:
            cls.__getstate__ = _dataclass_getstate
        if "__setstate__" not in body:
            cls.__setstate__ = _dataclass_setstate
    return cls


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for field, value in zip(fields(self), state):
        object.__setattr__(self, field.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def _walk(obj, convert):
    if _is_instance(obj):
        return convert(obj)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_walk(v, convert) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_walk(v, convert) for v in obj)
    if isinstance(obj, dict):
        return type(obj)((_walk(k, convert), _walk(v, convert)) for k, v in obj.items())
    import copy
    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def convert(o):
        return dict_factory([(f.name, _walk(getattr(o, f.name), convert)) for f in fields(o)])
    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def convert(o):
        return tuple_factory([_walk(getattr(o, f.name), convert) for f in fields(o)])
    return convert(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, "typing.Any"
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = tp

    def fill(ns):
        ns.update(namespace or {})
        ns.update(defaults)
        ns["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
