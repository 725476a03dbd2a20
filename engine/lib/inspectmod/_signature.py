"""Signatures of callables; what is here belongs to module inspect."""
__name__ = "inspect"
import enum
import functools
import sys
import types
from collections import OrderedDict


class _void:
    """A private marker: a value was not given."""


class _empty:
    """Marker object for Signature.empty and Parameter.empty."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        value = len(cls.__members__)
        member = int.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member

    def __str__(self):
        return self.name


_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
_KEYWORDS = frozenset("""False None True and as assert async await break class continue def del elif else except
finally for from global if import in is lambda nonlocal not or pass raise return try while with yield""".split())


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def formatannotationrelativeto(object):
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


def unwrap(func, *, stop=None):
    """Get the object wrapped by *func*, following the chain of __wrapped__ attributes."""
    first = func
    seen = {id(first): first}
    limit = sys.getrecursionlimit()
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= limit:
            raise ValueError("wrapper loop when unwrapping {!r}".format(first))
        seen[id(func)] = func
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Compute the annotations dict for an object."""
    space = names = wrapped = None
    if isinstance(obj, type):
        notes = obj.__dict__.get("__annotations__")
        module = sys.modules.get(obj.__module__)
        space, names, wrapped = getattr(module, "__dict__", None), dict(vars(obj)), obj
    elif isinstance(obj, types.ModuleType):
        notes = getattr(obj, "__annotations__", None)
        space = obj.__dict__
    elif callable(obj):
        notes = getattr(obj, "__annotations__", None)
        space, wrapped = getattr(obj, "__globals__", None), obj
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if notes is None:
        return {}
    if not isinstance(notes, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not notes:
        return {}
    if not eval_str:
        return dict(notes)
    while wrapped is not None:
        if hasattr(wrapped, "__wrapped__"):
            wrapped = wrapped.__wrapped__
        elif isinstance(wrapped, functools.partial):
            wrapped = wrapped.func
        else:
            break
    if wrapped is not None and hasattr(wrapped, "__globals__"):
        space = wrapped.__globals__
    globals = space if globals is None else globals
    locals = names if locals is None else locals
    return {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in notes.items()}


class Parameter:
    """Represents a parameter in a function signature."""
    __slots__ = ("_name", "_kind", "_default", "_annotation")
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():  # the argument of a comprehension
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError("implicit arguments must be passed as positional or keyword arguments, "
                                 f"not {self._kind.description}")
            self._kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        if name in _KEYWORDS and self._kind is not _POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default, self._annotation = state["_default"], state["_annotation"]

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """Creates a customized copy of the Parameter."""
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        return "**" + text if self._kind == _VAR_KEYWORD else text

    def __repr__(self):
        return '<{} "{}">'.format(self.__class__.__name__, self)

    def __hash__(self):
        return hash((self.name, self.kind, self.annotation, self.default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind and self._default == other._default
                and self._annotation == other._annotation)


class BoundArguments:
    """Result of `Signature.bind` call: the mapping of arguments to the parameters."""
    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        args = []
        for name, p in self._signature.parameters.items():
            if p.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if p.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs, started = {}, False
        for name, p in self._signature.parameters.items():
            if not started:
                if p.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if p.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Set default values for missing arguments."""
        given, full = self.arguments, []
        for name, p in self._signature.parameters.items():
            if name in given:
                full.append((name, given[name]))
            elif p.default is not _empty:
                full.append((name, p.default))
            elif p.kind is _VAR_POSITIONAL:
                full.append((name, ()))
            elif p.kind is _VAR_KEYWORD:
                full.append((name, {}))
        self.arguments = dict(full)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __setstate__(self, state):
        self._signature, self.arguments = state["_signature"], state["arguments"]

    def __repr__(self):
        items = ", ".join("{}={!r}".format(k, v) for k, v in self.arguments.items())
        return "<{} ({})>".format(self.__class__.__name__, items)


class Signature:
    """A Signature object represents the overall signature of a function."""
    __slots__ = ("_return_annotation", "_parameters")
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        table = OrderedDict()
        if parameters is not None:
            top, defaults = _POSITIONAL_ONLY, False
            for p in parameters:
                if __validate_parameters__:
                    if p.kind < top:
                        raise ValueError(f"wrong parameter order: {top.description} parameter before "
                                         f"{p.kind.description} parameter")
                    if p.kind > top:
                        top = p.kind
                    if p.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                        if p.default is not _empty:
                            defaults = True
                        elif defaults:
                            raise ValueError("non-default argument follows default argument")
                    if p.name in table:
                        raise ValueError(f"duplicate parameter name: {p.name!r}")
                table[p.name] = p
        self._parameters = types.MappingProxyType(table)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """Constructs Signature for the given callable object."""
        return _signature_of(obj, cls, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_void, return_annotation=_void):
        """Creates a customized copy of the Signature."""
        if parameters is _void:
            parameters = self.parameters.values()
        if return_annotation is _void:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    def _key(self):
        fixed = tuple(p for p in self.parameters.values() if p.kind != _KEYWORD_ONLY)
        named = {p.name: p for p in self.parameters.values() if p.kind == _KEYWORD_ONLY}
        return fixed, named, self.return_annotation

    def __hash__(self):
        fixed, named, answer = self._key()
        return hash((fixed, frozenset(named.values()), answer))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._key() == other._key()

    def _bind(self, args, kwargs, partial=False):
        bound, rest = {}, dict(kwargs)
        params = list(self.parameters.values())
        values = list(args)
        i = n = 0
        while i < len(params):
            p = params[i]
            if p.kind is _VAR_POSITIONAL:
                bound[p.name] = tuple(values[n:]) if n < len(values) else ()
                if n >= len(values):
                    del bound[p.name]
                n = len(values)
                i += 1
                break
            if p.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                break
            if n < len(values):
                if p.name in rest and p.kind is not _POSITIONAL_ONLY:
                    raise TypeError("multiple values for argument {arg!r}".format(arg=p.name))
                bound[p.name] = values[n]
                n += 1
            elif p.name in rest:
                if p.kind is _POSITIONAL_ONLY:
                    if p.default is _empty or True:
                        raise TypeError("{arg!r} parameter is positional only, but was passed as a keyword"
                                        .format(arg=p.name))
                break
            elif p.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {p.name!r}")
            i += 1
        if n < len(values):
            raise TypeError("too many positional arguments")
        catch_all = None
        for p in params[i:]:
            if p.kind is _VAR_KEYWORD:
                catch_all = p
            elif p.kind is _VAR_POSITIONAL:
                continue
            elif p.name in rest and p.kind is not _POSITIONAL_ONLY:
                bound[p.name] = rest.pop(p.name)
            elif p.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {p.name!r}")
        if rest:
            if catch_all is None:
                catch_all = next((p for p in params if p.kind is _VAR_KEYWORD), None)
            if catch_all is None:
                raise TypeError("got an unexpected keyword argument {arg!r}".format(arg=next(iter(rest))))
            bound[catch_all.name] = rest
        return self._bound_arguments_cls(self, bound)

    def bind(self, /, *args, **kwargs):
        """Get a BoundArguments object, that maps the arguments to the parameters."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """Get a BoundArguments object for some of the arguments."""
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return "<{} {}>".format(self.__class__.__name__, self)

    def __str__(self):
        out, after_positional, star = [], False, True
        for p in self.parameters.values():
            if p.kind == _POSITIONAL_ONLY:
                after_positional = True
            elif after_positional:
                out.append("/")
                after_positional = False
            if p.kind == _VAR_POSITIONAL:
                star = False
            elif p.kind == _KEYWORD_ONLY and star:
                out.append("*")
                star = False
            out.append(str(p))
        if after_positional:
            out.append("/")
        text = "({})".format(", ".join(out))
        if self.return_annotation is not _empty:
            text += " -> {}".format(formatannotation(self.return_annotation))
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Get a signature object for the passed callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


# --- how the signature of an object is found

def _of_function(cls, func, globals=None, locals=None, eval_str=False):
    code = func.__code__
    names = code.co_varnames
    notes = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    make = cls._parameter_cls
    params = []
    plain = code.co_argcount - len(defaults)
    for i, name in enumerate(names[:code.co_argcount]):
        kind = _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        params.append(make(name, annotation=notes.get(name, _empty), kind=kind,
                           default=defaults[i - plain] if i >= plain else _empty))
    total = code.co_argcount + code.co_kwonlyargcount
    if code.co_flags & 4:
        params.append(make(names[total], annotation=notes.get(names[total], _empty), kind=_VAR_POSITIONAL))
    for name in names[code.co_argcount:total]:
        params.append(make(name, annotation=notes.get(name, _empty), kind=_KEYWORD_ONLY,
                           default=kwdefaults.get(name, _empty)))
    if code.co_flags & 8:
        name = names[total + (1 if code.co_flags & 4 else 0)]
        params.append(make(name, annotation=notes.get(name, _empty), kind=_VAR_KEYWORD))
    return cls(params, return_annotation=notes.get("return", _empty), __validate_parameters__=False)


def _split(text):
    """The parts between the commas outside of brackets and quotes."""
    parts, depth, quote, start = [], 0, "", 0
    for i, c in enumerate(text):
        if quote:
            if c == quote:
                quote = ""
        elif c in "'\"":
            quote = c
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        elif c == "," and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    parts.append(text[start:].strip())
    return [p for p in parts if p]


def _of_text(cls, obj, text, skip_bound=True):
    params, kind = [], _POSITIONAL_OR_KEYWORD
    own = getattr(obj, "__self__", None)
    inside = text[text.index("(") + 1:text.rindex(")")]
    for part in _split(inside):
        if part == "/":
            params = [p.replace(kind=_POSITIONAL_ONLY) for p in params]
            continue
        if part == "*":
            kind = _KEYWORD_ONLY
            continue
        name, eq, default = part.partition("=")
        name, default = name.strip(), default.strip()
        if name.startswith("**"):
            params.append(cls._parameter_cls(name[2:], _VAR_KEYWORD))
            continue
        if name.startswith("*"):
            params.append(cls._parameter_cls(name[1:], _VAR_POSITIONAL))
            kind = _KEYWORD_ONLY
            continue
        if name.startswith("$"):
            # The module of a function, or the object of a method.
            if own is not None and (isinstance(own, types.ModuleType) or skip_bound):
                continue
            params.append(cls._parameter_cls(name[1:], _POSITIONAL_ONLY))
            continue
        value = _empty
        if eq:
            try:
                value = eval(default, vars(own) if isinstance(own, types.ModuleType) else {})
            except Exception:
                raise ValueError("{!r} builtin has invalid signature".format(obj))
        params.append(cls._parameter_cls(name, kind, default=value))
    return cls(params, __validate_parameters__=False)


def _bound(sig):
    """Without the first parameter, which a method has got already."""
    params = tuple(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if params[0].kind in (_POSITIONAL_OR_KEYWORD, _POSITIONAL_ONLY):
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(wrapped, partial, extra=()):
    params = OrderedDict(wrapped.parameters.items())
    args, kwargs = partial.args or (), partial.keywords or {}
    args = extra + args
    try:
        given = wrapped.bind_partial(*args, **kwargs)
    except TypeError as ex:
        raise ValueError("partial object {!r} has incorrect arguments".format(partial)) from ex
    named = False
    for name, p in wrapped.parameters.items():
        if name in given.arguments:
            value = given.arguments[name]
            if p.kind is _POSITIONAL_ONLY:
                params.pop(name)
                continue
            if p.kind is _POSITIONAL_OR_KEYWORD:
                if name in kwargs:
                    named = True
                    params[name] = p.replace(default=value)
                else:
                    params.pop(p.name)
                    continue
            elif p.kind is _KEYWORD_ONLY:
                params[name] = p.replace(default=value)
        if named:
            if p.kind is _POSITIONAL_OR_KEYWORD:
                params[name] = params[name].replace(kind=_KEYWORD_ONLY)
                params.move_to_end(name)
            elif p.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                params.move_to_end(name)
            elif p.kind is _VAR_POSITIONAL:
                params.pop(p.name)
    return wrapped.replace(parameters=params.values())


def _is_builtin(obj):
    return isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
                            types.MethodWrapperType, types.ClassMethodDescriptorType))


def _user_method(cls, name):
    """cls.name when it is written in Python."""
    try:
        found = getattr(cls, name)
    except AttributeError:
        return None
    return None if _is_builtin(found) or isinstance(found, type) else found


def _signature_of(obj, cls=Signature, *, follow_wrapped=True, skip_bound=True, globals=None, locals=None,
                  eval_str=False):
    def again(what):
        return _signature_of(what, cls, follow_wrapped=follow_wrapped, skip_bound=skip_bound, globals=globals,
                             locals=locals, eval_str=eval_str)

    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if isinstance(obj, types.MethodType):
        sig = again(obj.__func__)
        return _bound(sig) if skip_bound else sig
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return again(obj)
    sig = getattr(obj, "__signature__", None)
    if sig is not None:
        if not isinstance(sig, Signature):
            raise TypeError("unexpected object {!r} in __signature__ attribute".format(sig))
        return sig
    partial = getattr(obj, "_partialmethod", None)
    if isinstance(partial, functools.partialmethod):
        wrapped = again(partial.func)
        sig = _of_partial(wrapped, partial, (None,))
        first = tuple(wrapped.parameters.values())[0]
        if first.kind is _VAR_POSITIONAL:
            return sig
        return sig.replace(parameters=(first,) + tuple(sig.parameters.values()))
    if isinstance(obj, types.FunctionType) or _like_function(obj):
        return _of_function(cls, obj, globals, locals, eval_str)
    if _is_builtin(obj):
        text = getattr(obj, "__text_signature__", None)
        if not text:
            raise ValueError("no signature found for builtin {!r}".format(obj))
        return _of_text(cls, obj, text, skip_bound)
    if isinstance(obj, functools.partial):
        return _of_partial(again(obj.func), obj)
    sig = None
    if isinstance(obj, type):
        call = _user_method(type(obj), "__call__")
        if call is not None:
            sig = again(call)
        else:
            new, init = _user_method(obj, "__new__"), _user_method(obj, "__init__")
            # The one that is nearer in the order of resolution counts.
            for base in obj.__mro__:
                if new is not None and "__new__" in base.__dict__:
                    sig = again(new)
                    break
                if init is not None and "__init__" in base.__dict__:
                    sig = again(init)
                    break
        if sig is None:
            for base in obj.__mro__[:-1]:
                text = getattr(base, "__text_signature__", None)
                if text:
                    return _of_text(cls, obj, text)
            if type not in obj.__mro__:
                if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
                    return cls()
                raise ValueError("no signature found for builtin type {!r}".format(obj))
    else:
        call = _user_method(type(obj), "__call__")
        if call is not None:
            try:
                sig = again(call)
            except ValueError as ex:
                raise ValueError("no signature found for {!r}".format(obj)) from ex
    if sig is not None:
        return _bound(sig) if skip_bound else sig
    if obj is type:
        raise ValueError("no signature found for builtin {!r}".format(obj))
    raise ValueError("callable {!r} is not supported by signature".format(obj))


def _like_function(obj):
    """Duck-typed functions, such as compiled ones."""
    if not callable(obj) or isinstance(obj, type):
        return False
    return (isinstance(getattr(obj, "__name__", None), str)
            and isinstance(getattr(obj, "__code__", None), types.CodeType)
            and isinstance(getattr(obj, "__defaults__", _void), (tuple, type(None)))
            and isinstance(getattr(obj, "__kwdefaults__", _void), (dict, type(None)))
            and isinstance(getattr(obj, "__annotations__", _void), (dict, type(None))))


# --- the messages of a call that does not fit

def _missing_arguments(f_name, names, positional):
    names = [repr(n) for n in names]
    if len(names) == 1:
        text = names[0]
    elif len(names) == 2:
        text = "{} and {}".format(*names)
    else:
        text = ", ".join(names[:-2]) + ", {} and {}".format(*names[-2:])
    raise TypeError("%s() missing %i required %s argument%s: %s" %
                    (f_name, len(names), "positional" if positional else "keyword-only",
                     "" if len(names) == 1 else "s", text))


def _too_many(f_name, args, kwonly, defaults, given, values):
    least = len(args) - len(defaults or ())
    extra = len([a for a in kwonly if a in values])
    if defaults:
        plural, text = True, "from %d to %d" % (least, len(args))
    else:
        plural, text = len(args) != 1, str(len(args))
    more = ""
    if extra:
        more = " positional argument%s (and %d keyword-only argument%s)" % (
            "s" if given != 1 else "", extra, "s" if extra != 1 else "")
    raise TypeError("%s() takes %s positional argument%s but %d%s %s given" %
                    (f_name, text, "s" if plural else "", given, more, "was" if given == 1 and not extra else "were"))
