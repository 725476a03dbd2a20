from sys import _match_like


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


# Registrations and what has been found out, by class. A negative answer only holds until the next registration.
_registry = {}
_yes = {}
_no = {}
_invalidations = 0


def _abstract_names(cls, namespace, bases):
    names = {name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
    for base in bases:
        for name in getattr(base, "__abstractmethods__", ()):
            value = getattr(cls, name, None)
            if getattr(value, "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


_nested = 0  # how many checks are under way on account of another one, which protocols ask for


def _below(subclass, classes):
    global _nested
    _nested += 1
    try:
        return any(issubclass(subclass, c) for c in classes)
    finally:
        _nested -= 1


class ABCMeta(type):
    __module__ = "abc"

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace, bases)
        return cls

    def register(cls, subclass):
        global _invalidations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        _registry.setdefault(cls, []).append(subclass)
        _match_like(subclass, cls)
        _invalidations += 1
        _no.clear()
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if subclass in _yes.get(cls, ()):
            return True
        kind = type(instance)
        if kind is subclass:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if subclass in _yes.get(cls, ()):
            return True
        if subclass in _no.get(cls, ()):
            return False
        ok = cls.__subclasshook__(subclass)
        if ok is not NotImplemented:
            assert ok is True or ok is False, "__subclasshook__ must return either False, True, or NotImplemented"
        else:
            if subclass in _registry.get(cls, ()) and cls not in subclass.__mro__:
                return True  # found at once, so it is not noted: the hook is asked again next time
            ok = cls in subclass.__mro__ or _below(subclass, _registry.get(cls, ())) \
                or _below(subclass, type.__subclasses__(cls))
        (_yes if ok else _no).setdefault(cls, set()).add(subclass)
        return bool(ok)


class ABC(metaclass=ABCMeta):
    __module__ = "abc"
    __slots__ = ()


def get_cache_token():
    return _invalidations


def update_abstractmethods(cls):
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    names = set()
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    for name, value in cls.__dict__.items():
        if getattr(value, "__isabstractmethod__", False):
            names.add(name)
    cls.__abstractmethods__ = frozenset(names)
    return cls
