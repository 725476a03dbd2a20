"""Signals, rounding modes and contexts; what is here belongs to module decimal."""
__name__ = "decimal"
import contextvars

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING"
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP"
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
              ROUND_05UP)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


class DecimalException(ArithmeticError):
    """Base exception class."""


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


# The signals that can be trapped, in the order in which contexts show them.
_signals = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped]
_condition = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation,
              DivisionUndefined: InvalidOperation, InvalidContext: InvalidOperation}


class SignalDict(dict):
    """Flags or traps: a signal to whether it is set. place is where InvalidOperation is shown among them, which
    depends on the conditions that it stands for."""
    place = 0

    def __init__(self, on=()):
        dict.__init__(self, {s: s in on for s in _dict_order})

    def __repr__(self):
        return "{" + ", ".join("%r:%r" % (s, self[s]) for s in _dict_order) + "}"

    def __setitem__(self, key, value):
        if key not in self:
            raise KeyError("invalid error flag")
        dict.__setitem__(self, key, bool(value))

    def __delitem__(self, key):
        raise ValueError("signal keys cannot be deleted")

    def copy(self):
        new = SignalDict([s for s, v in self.items() if v])
        new.place = self.place
        return new


def _signal_dict(value, what):
    if isinstance(value, dict):
        if set(value) != set(_signals):
            raise TypeError("%s is not a valid signal dict" % (value,))
        return SignalDict([s for s in _signals if value[s]])
    for s in value:
        if s not in _signals:
            raise TypeError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   "
                            "Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
    return SignalDict(value)


def _bounded(name, value, low, high):
    if not isinstance(value, int):
        raise TypeError("an integer is required (got type %s)" % type(value).__name__)
    if not low <= value <= high:
        raise ValueError("valid range for %s is [%s, %s]" % (name, _names.get(low, low), _names.get(high, high)))
    return value


_names = {MAX_PREC: "MAX_PREC", MIN_EMIN: "MIN_EMIN"}


class Context:
    """Precision, rounding, limits of exponents, flags and traps."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        d = DefaultContext if "DefaultContext" in globals() else None
        self.prec = (d.prec if d else 28) if prec is None else prec
        self.rounding = (d.rounding if d else ROUND_HALF_EVEN) if rounding is None else rounding
        self.Emin = (d.Emin if d else -999999) if Emin is None else Emin
        self.Emax = (d.Emax if d else 999999) if Emax is None else Emax
        self.capitals = (d.capitals if d else 1) if capitals is None else capitals
        self.clamp = (d.clamp if d else 0) if clamp is None else clamp
        self.traps = (d.traps.copy() if d else SignalDict()) if traps is None else traps
        self.flags = SignalDict() if flags is None else flags

    def __setattr__(self, name, value):
        if name == "prec":
            _bounded(name, value, 1, MAX_PREC)
        elif name == "Emin":
            _bounded(name, value, MIN_EMIN, 0)
        elif name == "Emax":
            if isinstance(value, int) and not 0 <= value <= MAX_EMAX:
                raise ValueError("valid range for Emax is [0, MAX_EMAX]")
            _bounded(name, value, 0, MAX_EMAX)
        elif name == "rounding":
            if value not in _ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ("capitals", "clamp"):
            if value not in (0, 1):
                raise ValueError("valid values for %s are 0 or 1" % name)
        elif name in ("flags", "traps"):
            value = value if isinstance(value, SignalDict) else _signal_dict(value, name)
        else:
            raise AttributeError("'decimal.Context' object has no attribute '%s'" % name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    def __repr__(self):
        def names(d):
            order = [[InvalidOperation], [DivisionByZero], [InvalidOperation], [Inexact], [InvalidOperation]]
            shown = [Clamped] + [s for k, part in enumerate(order) for s in part
                                 if s is not InvalidOperation or k == 2 * d.place]
            return ", ".join(s.__name__ for s in shown + [Overflow, Rounded, Subnormal, Underflow, FloatOperation] if d[s])
        return ("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])" % (
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, names(self.flags),
            names(self.traps)))

    def __reduce__(self):
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                         [s for s in _signals if self.flags[s]], [s for s in _signals if self.traps[s]])

    def clear_flags(self):
        """Reset all flags to False."""
        self.flags = SignalDict()

    def clear_traps(self):
        """Set all traps to False."""
        self.traps = SignalDict()

    def copy(self):
        """Return a duplicate of the context with all flags as they are."""
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags.copy(),
                       self.traps.copy())

    __copy__ = copy
    __hash__ = None

    def Etiny(self):
        """Return a value equal to Emin - prec + 1."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """Return a value equal to Emax - prec + 1."""
        return self.Emax - self.prec + 1

    def _signal(self, result, *conditions):
        """Sets flags; raises when one of them is trapped, with the list of what was signalled. Otherwise result."""
        trapped = None
        for c in conditions:
            s = _condition.get(c, c)
            if s is InvalidOperation:
                place = 0 if c is ConversionSyntax else 1 if c in (DivisionImpossible, DivisionUndefined) else 2
                self.flags.place = min(place, self.flags.place) if self.flags[s] else place
            dict.__setitem__(self.flags, s, True)
        for s in _signals:
            if self.traps[s] and any(_condition.get(c, c) is s for c in conditions):
                trapped = s
                break
        if trapped is not None:
            raise trapped([c for c in _listed if c in conditions and self.traps[_condition.get(c, c)]])
        return result

    def create_decimal(self, num="0", /):
        """Create a new Decimal instance from num, rounded to this context."""
        from decimal import Decimal, _from_text
        if isinstance(num, float):
            self._float()
        d = _from_text(num, self) if isinstance(num, str) else Decimal(num)
        if d._exp in ("n", "N") and len(d._int and str(d._int) or "") > self.prec - self.clamp:
            return self._signal(Decimal("NaN"), ConversionSyntax)
        return d._fix(self)

    def _float(self):
        dict.__setitem__(self.flags, FloatOperation, True)
        if self.traps[FloatOperation]:
            raise FloatOperation([FloatOperation])

    def create_decimal_from_float(self, f, /):
        """Create a new Decimal instance from float f, rounded to this context."""
        from decimal import Decimal
        return Decimal.from_float(f)._fix(self)


_dict_order = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped]
_listed = [ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext, InvalidOperation, FloatOperation,
           DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped]

def _delegate(D):
    """The operations of Decimal as methods of contexts."""

    def convert(x):
        if isinstance(x, D):
            return x
        if isinstance(x, int):
            return D(x)
        raise TypeError("conversion from %s to Decimal is not supported" % type(x).__name__)

    def add(name, run):
        run.__name__ = name
        setattr(Context, name, run)

    for name in ("exp", "ln", "log10", "logb", "logical_invert", "next_minus", "next_plus", "normalize", "sqrt",
                 "to_integral_exact", "to_integral_value", "to_eng_string", "number_class", "is_normal",
                 "is_subnormal"):
        add(name, lambda self, a, /, _n=name: getattr(convert(a), _n)(context=self))
    for name in ("canonical", "copy_abs", "copy_negate", "is_canonical", "is_finite", "is_infinite", "is_nan",
                 "is_qnan", "is_signed", "is_snan", "is_zero"):
        add(name, lambda self, a, /, _n=name: getattr(convert(a), _n)())
    for name in ("compare", "compare_signal", "compare_total", "compare_total_mag", "logical_and", "logical_or",
                 "logical_xor", "max", "max_mag", "min", "min_mag", "next_toward", "quantize", "remainder_near",
                 "rotate", "same_quantum", "scaleb", "shift"):
        add(name, lambda self, a, b, /, _n=name: getattr(convert(a), _n)(convert(b), context=self))
    add("copy_sign", lambda self, a, b, /: convert(a).copy_sign(convert(b)))
    for name, op in (("add", "_add"), ("subtract", "_sub"), ("multiply", "_mul"), ("divide", "_div"),
                     ("divide_int", "_floordiv"), ("remainder", "_mod"), ("divmod", "_divmod")):
        add(name, lambda self, a, b, /, _op=op: getattr(convert(a), _op)(convert(b), self))
    add("power", lambda self, a, b, modulo=None: convert(a)._pow(convert(b), modulo, self))
    add("fma", lambda self, a, b, c, /: convert(a).fma(convert(b), convert(c), self))
    add("abs", lambda self, a, /: convert(a)._abs(self))
    add("minus", lambda self, a, /: convert(a)._neg(self))
    add("plus", lambda self, a, /: convert(a)._plus(self))
    add("radix", lambda self: D(10))
    add("to_sci_string", lambda self, a, /: convert(a)._str(False, self))
    Context.to_integral = Context.to_integral_value


DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [InvalidOperation, DivisionByZero, Overflow])
BasicContext = Context(9, ROUND_HALF_UP, -999999, 999999, 1, 0, [],
                       [DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [])
_current = contextvars.ContextVar("decimal_context")


def getcontext():
    """Get the current default context."""
    try:
        return _current.get()
    except LookupError:
        context = DefaultContext.copy()
        context.clear_flags()
        _current.set(context)
        return context


def setcontext(context, /):
    """Set a new default context."""
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if any(context is c for c in (DefaultContext, BasicContext, ExtendedContext)):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _ContextManager:
    def __init__(self, new):
        self.new = new

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *exc):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx."""
    made = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        setattr(made, name, value)
    return _ContextManager(made)
