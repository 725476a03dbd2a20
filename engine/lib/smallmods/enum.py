from types import MappingProxyType, DynamicClassAttribute

__all__ = ["EnumMeta", "EnumType", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
           "property", "member", "nonmember", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "verify", "STRICT", "CONFORM",
           "EJECT", "KEEP", "FlagBoundary", "global_enum"]

_property = property


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    def __init__(self, value=None):
        self.value = value
        self.done = value is not None


class property(DynamicClassAttribute):
    """An attribute of members that a member of the same name does not hide."""

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = repr(owner)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"{self.clsname} cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"{self.clsname} cannot delete attribute {self.name!r}")
        self.fdel(instance)

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            members = ownerclass.__dict__.get("_member_map_", {})
            if self.name in members:
                return members[self.name]
            raise AttributeError(f"{ownerclass.__name__!r} has no attribute {self.name!r}")
        return self.fget(instance)


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    return name.startswith(f"_{cls_name}__") and not name.endswith("__")


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


class _Namespace(dict):
    """The body of an enumeration: notes the members in order."""

    def __init__(self, cls_name):
        super().__init__()
        self.cls_name = cls_name
        self.members = {}
        self.last_values = []
        self.ignore = []
        self.generate = None

    def __setitem__(self, key, value):
        if _is_private(self.cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in ("_order_", "_generate_next_value_", "_missing_", "_ignore_", "_iter_member_",
                           "_new_member_", "_boundary_", "_flag_mask_", "_singles_mask_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                self.generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                self.ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
        elif _is_dunder(key):
            pass
        elif key in self.members:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self.ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value) or isinstance(value, auto):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            if isinstance(value, auto):
                if not value.done:
                    value.value = self.generate(key, 1, len(self.members), self.last_values[:])
                    value.done = True
                value = value.value
            elif isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
                filled = []
                for v in value:
                    if isinstance(v, auto):
                        if not v.done:
                            v.value = self.generate(key, 1, len(self.members), self.last_values[:])
                            v.done = True
                        v = v.value
                    filled.append(v)
                value = tuple(filled)
            self.members[key] = value
            self.last_values.append(value)
        super().__setitem__(key, value)


def _data_type(bases):
    """The class whose instances the members are besides being members."""
    for base in bases:
        for cls in base.__mro__:
            if cls is object or issubclass(cls, Enum):
                continue
            if "__new__" in cls.__dict__ or cls in (int, str, float, bytes, tuple, complex):
                return cls
    return object


class EnumType(type):
    @classmethod
    def __prepare__(mcs, cls, bases, **kwds):
        ns = _Namespace(cls)
        for base in bases:
            if isinstance(base, EnumType):
                if base._member_names_:
                    raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")
                ns.generate = base._generate_next_value_
        if ns.generate is None:
            ns.generate = _generate_next
        return ns

    def __new__(mcs, name, bases, ns, *, boundary=None, _simple=False, **kwds):
        if not isinstance(ns, _Namespace):
            raise AttributeError("'dict' object has no attribute '_member_names'")
        members = ns.members
        body = {k: v for k, v in ns.items() if k not in members and k not in ns.ignore and k != "_ignore_"}
        if ns.generate is not None:
            body["_generate_next_value_"] = staticmethod(ns.generate)
        body["_member_names_"] = []
        body["_member_map_"] = {}
        body["_value2member_map_"] = {}
        order = body.pop("_order_", None)
        enum_bases = [b for b in bases if isinstance(b, EnumType)]
        data = _data_type(bases) if enum_bases else object
        user_new = ns.get("__new__") if enum_bases else None
        if user_new is None:
            for base in enum_bases:
                found = getattr(base, "_new_member_", None)
                if found is not None:
                    user_new = found
                    break
        elif enum_bases:
            body["_new_member_"] = body.pop("__new__")
        body["_member_type_"] = data
        if boundary is not None:
            body["_boundary_"] = boundary
        cls = super().__new__(mcs, name, bases, body, **kwds)
        if enum_bases:
            # Members look like members, whatever data type they have besides.
            first = enum_bases[-1]
            for method in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
                if method not in body and getattr(cls, method) in (getattr(data, method), getattr(object, method)):
                    type.__setattr__(cls, method, getattr(first, method))
            type.__setattr__(cls, "__new__", Enum.__new__)
        for key, value in members.items():
            mcs._add(cls, key, value, data, user_new)
        if enum_bases and issubclass(cls, _flag_class()):
            cls._flag_mask_ = 0
            cls._singles_mask_ = 0
            names = []
            for key, m in cls._member_map_.items():
                cls._flag_mask_ |= m._value_
                if m._value_ and m._value_ & (m._value_ - 1) == 0:
                    cls._singles_mask_ |= m._value_
                    if key in cls._member_names_:
                        names.append(key)
            cls._member_names_[:] = names
        if order is not None:
            wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            if [n for n in wanted if n in cls._member_names_] != cls._member_names_:
                raise TypeError("member order does not match _order_:\n  "
                                f"{cls._member_names_!r}\n  {wanted!r}")
        return cls

    @staticmethod
    def _add(cls, name, value, data, user_new):
        args = value if isinstance(value, tuple) else (value,)
        if data is tuple:
            args = (args,)
        if user_new is not None:
            new = user_new.__func__ if isinstance(user_new, staticmethod) else user_new
            obj = new(cls, *args)
            if not hasattr(obj, "_value_"):
                obj._value_ = value if data is object else data(*args)
        elif data is object:
            obj = object.__new__(cls)
            obj._value_ = value
        else:
            obj = data.__new__(cls, *args)
            if not hasattr(obj, "_value_"):
                obj._value_ = data(*args)
        value = obj._value_
        obj._name_ = name
        obj.__objclass__ = cls
        obj._sort_order_ = len(cls._member_names_)
        init = cls.__dict__.get("__init__") or next((b.__dict__["__init__"] for b in cls.__mro__[1:]
                                                     if "__init__" in b.__dict__ and isinstance(b, EnumType)
                                                     and b is not Enum), None)
        if init is not None:
            init(obj, *args)
        for canonical in cls._member_map_.values():
            if canonical._value_ == value:
                cls._member_map_[name] = canonical
                return
        cls._member_names_.append(name)
        cls._member_map_[name] = obj
        try:
            cls._value2member_map_[value] = obj
        except TypeError:
            pass

    def __getattr__(cls, name):
        if _is_dunder(name):
            raise AttributeError(name)
        try:
            return type.__getattribute__(cls, "_member_map_")[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create(value, names, module, qualname, type, start)

    def _create(cls, class_name, names, module, qualname, type, start):
        import sys
        bases = (cls,) if type is None else (type, cls)
        meta = cls.__class__
        ns = meta.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, dict):
            names = list(names.items())
        values = []
        for i, item in enumerate(list(names)):
            if isinstance(item, str):
                value = ns.generate(item, start, i, values[:])
                name = item
            else:
                name, value = item
            values.append(value)
            ns[name] = value
        made = meta.__new__(meta, class_name, bases, ns)
        made.__module__ = module or sys._getframe(2).f_globals.get("__name__", "__main__")
        made.__qualname__ = qualname or class_name
        return made

    def __contains__(cls, obj):
        if not isinstance(obj, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (
                type(obj).__qualname__, cls.__class__.__qualname__))
        return isinstance(obj, cls) and obj._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__",
                       "__len__", "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_])

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if issubclass(cls, _flag_class()):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"


EnumMeta = EnumType
_classes = {}


def _flag_class():
    return _classes.get("Flag", ())


def _generate_next(name, start, count, last_values):
    for last in reversed(last_values):
        try:
            return last + 1
        except TypeError:
            pass
    return start


Enum = None


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for m in cls._member_map_.values():
                if m._value_ == value:
                    return m
        result = cls._missing_(value)
        if isinstance(result, cls):
            return result
        if result is None:
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        raise TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")

    _new_member_ = None

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _generate_next(name, start, count, last_values)

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        value = self._value_
        shown = value.__repr__() if self._member_type_ in (object,) else self._member_type_.__repr__(value)
        return f"<{self.__class__.__name__}.{self._name_}: {shown}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __dir__(self):
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"})

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return getattr, (self.__class__, self._name_)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


Enum._new_member_ = None


class ReprEnum(Enum):
    """An enumeration whose members are written as their values."""


class IntEnum(int, ReprEnum):
    __str__ = int.__repr__
    __format__ = int.__format__


class StrEnum(str, ReprEnum):
    def _new_member_(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        value = str(*values)
        obj = str.__new__(cls, value)
        obj._value_ = value
        return obj

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    __str__ = str.__str__
    __format__ = str.__format__


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    _boundary_ = STRICT
    _flag_mask_ = 0
    _singles_mask_ = 0

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(last_values).bit_length()

    def __reduce_ex__(self, proto):
        # One flag by its name; several as the first bit or'ed to the rest.
        from operator import or_
        cls = self.__class__
        rest = self._value_ & cls._flag_mask_
        unknown = self._value_ & ~cls._flag_mask_
        if unknown and rest:
            return or_, (cls(rest), unknown)
        if rest & (rest - 1):
            low = rest & -rest
            return or_, (cls(rest ^ low), cls(low))
        if self._name_ is not None and self._name_ in cls._member_map_:
            return getattr, (cls, self._name_)
        return cls, (self._value_,)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        if value < 0:
            value += 1 << max(mask.bit_length(), 1)
            if cls._boundary_ is KEEP and value < 0:
                value += 1 << value.bit_length()
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given 0b{value:0{bits + 1}b}\n"
                                 f"  allowed 0b{mask:0{bits + 1}b}")
            if cls._boundary_ is CONFORM:
                value &= mask
            else:
                return value
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        obj = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        obj._value_ = value
        parts = [m._name_ for m in cls if m._value_ & value]
        rest = value & ~cls._singles_mask_
        if rest and cls._boundary_ is KEEP and parts:
            parts.append(str(rest))
        obj._name_ = "|".join(parts) or None
        cls._value2member_map_[value] = obj
        return obj

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return (m for m in self.__class__ if m._value_ & self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__.__name__
        if self._name_ is None:
            return f"<{cls}: {self._value_}>"
        return f"<{cls}.{self._name_}: {self._value_}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ is KEEP:
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


_classes["Flag"] = Flag


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __str__ = int.__repr__
    __format__ = int.__format__
    __repr__ = Flag.__repr__
    __or__ = Flag.__or__
    __and__ = Flag.__and__
    __xor__ = Flag.__xor__
    __ror__ = Flag.__or__
    __rand__ = Flag.__and__
    __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__


def unique(enumeration):
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        details = ", ".join(f"{alias} -> {name}" for alias, name in duplicates)
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
                if duplicates:
                    details = ", ".join(f"{a} -> {n}" for a, n in duplicates)
                    raise ValueError(f"aliases found in {enumeration!r}: {details}")
            elif check is CONTINUOUS:
                values = sorted(m.value for m in enumeration)
                missing = [v for v in range(values[0], values[-1]) if v not in values] if values else []
                if missing:
                    raise ValueError(f"invalid enum {enumeration.__name__!r}: missing values "
                                     f"{', '.join(map(str, missing))}")
        return enumeration


def global_enum_repr(self):
    """module.NAME: how members of a global enum are shown."""
    module = self.__class__.__module__.split(".")[-1]
    name = self._name_
    return f"{module}.{name}" if name is not None else f"{module}.{self.__class__.__name__}({self._value_!r})"


def global_flag_repr(self):
    """module.NAME for each flag that is set, joined by |."""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    if self._value_ > 0 and not self._value_ & (self._value_ - 1):
        return f"{module}.{self._name_}"
    if self._boundary_ is not KEEP:
        return "|".join([f"{module}.{name}" for name in self._name_.split("|")])
    return "|".join([name if name[0].isdigit() else f"{module}.{name}" for name in self._name_.split("|")])


def global_str(self):
    """The bare name: how members of a global enum are printed."""
    return f"{self.__class__.__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Puts the members into the module that defines the class, and shows them as names of that module."""
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
