import functools
import sys
import types
import collections
from collections import namedtuple

from _signature import (Signature, Parameter, BoundArguments, _ParameterKind, _empty, signature, formatannotation,
                        formatannotationrelativeto, unwrap, get_annotations, _missing_arguments, _too_many)
from _sources import (getfile, getsourcefile, getabsfile, getmodule, getmodulename, findsource, getcomments, getblock,
                      getsourcelines, getsource, ClassFoundException, EndOfBlock, Arguments, getargs, ArgInfo,
                      getargvalues, formatargvalues, Traceback, FrameInfo, getframeinfo, getlineno, getouterframes,
                      getinnerframes, currentframe, stack, trace, isframe, istraceback, iscode)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 1, 2, 4, 8, 16
CO_GENERATOR, CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 32, 64, 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


# --- what kind of object

def ismodule(object):
    """Return true if the object is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Return true if the object is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Return true if the object is an instance method."""
    return isinstance(object, types.MethodType)


def isfunction(object):
    """Return true if the object is a user-defined function."""
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    """Return true if the object is a built-in function or method."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """Return true if the object is a method wrapper."""
    return isinstance(object, types.MethodWrapperType)


def ismethoddescriptor(object):
    """Return true if the object is a method descriptor that is neither a function nor a data descriptor."""
    if isclass(object) or ismethod(object) or isfunction(object) or isbuiltin(object) or ismethodwrapper(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    """Return true if the object is a data descriptor."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def isgetsetdescriptor(object):
    """Return true if the object is a getset descriptor."""
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    """Return true if the object is a member descriptor."""
    return isinstance(object, types.MemberDescriptorType)


def isroutine(object):
    """Return true if the object is any kind of function or method."""
    return (isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)
            or ismethodwrapper(object))


def isabstract(object):
    """Return true if the object is an abstract base class (ABC)."""
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def _has_flag(f, flag):
    while ismethod(f):
        f = f.__func__
    while isinstance(f, functools.partial):
        f = f.func
    code = getattr(f, "__code__", None)
    if not (isfunction(f) or code is not None and isinstance(code, types.CodeType)):
        return False
    return bool(code.co_flags & flag)


def isgeneratorfunction(obj):
    """Return true if the object is a user-defined generator function."""
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Return true if the object is a coroutine function."""
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    """Return true if the object is an asynchronous generator function."""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    """Return true if the object is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    """Return true if the object is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Return true if the object is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    """Return true if object can be passed to an ``await`` expression."""
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return isinstance(object, collections.abc.Awaitable)


# --- members

def _members(object, predicate, getter):
    names = dir(object)
    mro = ()
    if isclass(object):
        mro = (object,) + getmro(object)
        for base in object.__bases__:
            names += [k for k, v in base.__dict__.items() if isinstance(v, types.DynamicClassAttribute)]
    found, done = [], set()
    for name in names:
        try:
            value = getter(object, name)
            if name in done:
                raise AttributeError(name)
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue  # dir() told of it, but it is not there
        if not predicate or predicate(value):
            found.append((name, value))
        done.add(name)
    found.sort(key=lambda pair: pair[0])
    return found


def getmembers(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """Return all members of an object as (name, value) pairs, without the descriptor protocol."""
    return _members(object, predicate, getattr_static)


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """Return list of attribute-descriptor tuples, one for each name of dir(cls)."""
    mro = getmro(cls)
    names = dir(cls)
    for base in mro:
        names += [k for k, v in base.__dict__.items() if isinstance(v, types.DynamicClassAttribute) and v.fget is not None]
    result = []
    for name in names:
        home = next((base for base in mro if name in base.__dict__), None)
        if home is None:
            home = next((base for base in type(cls).__mro__ if name in base.__dict__), None)
            if home is None:
                continue
        raw = home.__dict__[name]
        try:
            value = getattr(cls, name) if name != "__dict__" else raw
        except Exception:
            value = raw
        if isinstance(raw, (staticmethod, types.BuiltinMethodType)):
            kind, value = "static method", raw
        elif isinstance(raw, (classmethod, types.ClassMethodDescriptorType)):
            kind, value = "class method", raw
        elif isinstance(raw, property):
            kind, value = "property", raw
        elif isroutine(value):
            kind = "method"
        else:
            kind = "data"
        result.append(Attribute(name, kind, home, value))
    return result


def getmro(cls):
    "Return tuple of base classes (including cls) in method resolution order."
    return cls.__mro__


def walktree(classes, children, parent):
    """Recursive helper function for getclasstree()."""
    results = []
    classes.sort(key=lambda c: (c.__module__, c.__name__))
    for c in classes:
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


def getclasstree(classes, unique=False):
    """Arrange the given list of classes into a hierarchy of nested lists."""
    children, roots = {}, []
    for c in classes:
        if not c.__bases__:
            if c not in roots:
                roots.append(c)
            continue
        for parent in c.__bases__:
            below = children.setdefault(parent, [])
            if c not in below:
                below.append(c)
            if unique and parent in classes:
                break
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


_absent = object()


def getattr_static(obj, attr, default=_absent):
    """An attribute without the descriptor protocol, __getattr__ or __getattribute__."""
    own = _absent
    if not isinstance(obj, type):
        kind = type(obj)
        try:
            slots = object.__getattribute__(obj, "__dict__")
        except AttributeError:
            slots = {}
        if isinstance(slots, dict):
            own = dict.get(slots, attr, _absent)
    else:
        kind = obj
        for base in type.__dict__["__mro__"].__get__(obj):
            if attr in base.__dict__:
                own = base.__dict__[attr]
                break
    found = _absent
    for base in kind.__mro__:
        if attr in base.__dict__:
            found = base.__dict__[attr]
            break
    if own is not _absent and found is not _absent:
        how = type(found)
        if hasattr(how, "__get__") and (hasattr(how, "__set__") or hasattr(how, "__delete__")):
            return found
    if own is not _absent:
        return own
    if found is not _absent:
        return found
    if kind is obj:
        for base in type(kind).__mro__:
            if attr in base.__dict__:
                return base.__dict__[attr]
    if default is not _absent:
        return default
    raise AttributeError(attr)


# --- documentation

def cleandoc(doc):
    """Clean up indentation from docstrings: the margin of all lines but the first goes."""
    if not isinstance(doc, str):
        raise AttributeError(f"'{type(doc).__name__}' object has no attribute 'expandtabs'")
    lines = doc.expandtabs().split("\n")
    margin = min((len(l) - len(l.lstrip()) for l in lines[1:] if l.lstrip()), default=0)
    lines = [lines[0].lstrip()] + [l[margin:] for l in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def indentsize(line):
    """Return the indent size, in spaces, at the start of a line of text."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def _class_of_function(func):
    cls = sys.modules.get(func.__module__)
    for name in func.__qualname__.split(".")[:-1]:
        cls = getattr(cls, name, None)
    return cls if isclass(cls) else None


def _inherited_doc(obj):
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object:
                doc = base.__dict__.get("__doc__")
                if doc is not None:
                    return doc
        return None
    if ismethod(obj):
        name, cls = obj.__func__.__name__, obj.__self__
        cls = cls if isclass(cls) else type(cls)
    elif isfunction(obj):
        name, cls = obj.__name__, _class_of_function(obj)
        if cls is None or getattr(cls, name, None) is not obj:
            return None
    elif isinstance(obj, property) and isfunction(obj.fget):
        name, cls = obj.fget.__name__, _class_of_function(obj.fget)
        if cls is None or getattr(cls, name, None) is not obj:
            return None
    else:
        return None
    for base in cls.__mro__:
        doc = getattr(getattr(base, name, None), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """Get the documentation string for an object, cleaned; inherited where it has none of its own."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None or isclass(object) and "__doc__" not in object.__dict__:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    if not isinstance(doc, str):
        return None
    return cleandoc(doc)


# --- arguments

FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    """Get the names and default values of a callable object's parameters."""
    from _signature import _signature_of
    try:
        sig = _signature_of(func, follow_wrapped=False, skip_bound=False)
    except Exception as ex:
        raise TypeError("unsupported callable") from ex
    args, posonly, kwonly, varargs, varkw = [], [], [], None, None
    defaults, kwdefaults, notes = (), {}, {}
    if sig.return_annotation is not sig.empty:
        notes["return"] = sig.return_annotation
    for p in sig.parameters.values():
        if p.kind is _ParameterKind.VAR_POSITIONAL:
            varargs = p.name
        elif p.kind is _ParameterKind.VAR_KEYWORD:
            varkw = p.name
        elif p.kind is _ParameterKind.KEYWORD_ONLY:
            kwonly.append(p.name)
            if p.default is not p.empty:
                kwdefaults[p.name] = p.default
        else:
            (posonly if p.kind is _ParameterKind.POSITIONAL_ONLY else args).append(p.name)
            if p.default is not p.empty:
                defaults += (p.default,)
        if p.annotation is not p.empty:
            notes[p.name] = p.annotation
    return FullArgSpec(posonly + args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, notes)


def getcallargs(func, /, *positional, **named):
    """Get the mapping of arguments to values, as a call would bind them."""
    spec = getfullargspec(func)
    args, varargs, varkw, defaults, kwonly, kwdefaults, _ = spec
    name = func.__name__
    bound = {}
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    for arg, value in zip(args, positional):
        bound[arg] = value
    if varargs:
        bound[varargs] = tuple(positional[len(args):])
    if varkw:
        bound[varkw] = {}
    for key, value in named.items():
        if key not in args and key not in kwonly:
            if not varkw:
                raise TypeError(f"{name}() got an unexpected keyword argument {key!r}")
            bound[varkw][key] = value
            continue
        if key in bound:
            raise TypeError(f"{name}() got multiple values for argument {key!r}")
        bound[key] = value
    if len(positional) > len(args) and not varargs:
        _too_many(name, args, kwonly, defaults, len(positional), bound)
    if len(positional) < len(args):
        required = args[:len(args) - len(defaults or ())]
        missing = [a for a in required if a not in bound]
        if missing:
            _missing_arguments(name, missing, True)
        for arg, value in zip(args[len(required):], defaults or ()):
            bound.setdefault(arg, value)
    missing = []
    for key in kwonly:
        if key not in bound:
            if kwdefaults and key in kwdefaults:
                bound[key] = kwdefaults[key]
            else:
                missing.append(key)
    if missing:
        _missing_arguments(name, missing, False)
    return bound


ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    """Get the mapping of free variables to their current values."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError("{!r} is not a Python function".format(func))
    code = func.__code__
    outer = {n: c.cell_contents for n, c in zip(code.co_freevars, func.__closure__ or ())}
    space = func.__globals__
    builtin = space.get("__builtins__", sys.modules["builtins"].__dict__)
    if ismodule(builtin):
        builtin = builtin.__dict__
    globals_, builtins_, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in space:
            globals_[name] = space[name]
        elif name in builtin:
            builtins_[name] = builtin[name]
        else:
            unbound.add(name)
    return ClosureVars(outer, globals_, builtins_, unbound)


# --- generators and coroutines

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING = "CORO_CREATED", "CORO_RUNNING"
CORO_SUSPENDED, CORO_CLOSED = "CORO_SUSPENDED", "CORO_CLOSED"


def getgeneratorstate(generator):
    """Get current state of a generator-iterator."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getgeneratorlocals(generator):
    """Get the mapping of generator local variables to their current values."""
    if not isgenerator(generator):
        raise TypeError("{!r} is not a Python generator".format(generator))
    frame = getattr(generator, "gi_frame", None)
    return {} if frame is None else frame.f_locals


def getcoroutinestate(coroutine):
    """Get current state of a coroutine object."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getcoroutinelocals(coroutine):
    """Get the mapping of coroutine local variables to their current values."""
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


__all__ = [n for n in list(globals()) if not n.startswith("_")
           and n not in ("functools", "sys", "types", "collections", "namedtuple")]
