"""Decimal fixed-point and floating-point arithmetic."""
import math as _math
import numbers as _numbers
import sys as _sys
from collections import namedtuple as _namedtuple

from _decimal_context import *
from _decimal_context import (_ROUNDINGS, _delegate, _current, DecimalException, ConversionSyntax, DivisionImpossible,
                              DivisionUndefined, InvalidContext, SignalDict as _SignalDict)
from _decimal_math import ndigits as _ndigits, round_half as _round, ln as _ln, exp as _exp, ln10 as _ln10

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext",
           "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal",
           "Overflow", "Underflow", "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax",
           "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR",
           "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC",
           "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]
HAVE_THREADS = HAVE_CONTEXTVAR = True
DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
_HASH_MODULUS = _sys.hash_info.modulus
_HASH_10INV = pow(10, _HASH_MODULUS - 2, _HASH_MODULUS)


def _make(sign, coeff, exp, cls=None):
    self = object.__new__(cls or Decimal)
    self._sign, self._int, self._exp = sign, coeff, exp
    return self


def _parse(text):
    """(sign, coefficient, exponent) of a numeral, None when it is none. Exponent F, n, N: infinity, NaN, sNaN."""
    s = text.strip().replace("_", "")
    sign = 0
    if s[:1] in ("+", "-"):
        sign, s = int(s[0] == "-"), s[1:]
    low = s.lower()
    if low in ("inf", "infinity"):
        return sign, 0, "F"
    for name, kind in (("snan", "N"), ("nan", "n")):
        if low.startswith(name):
            payload = s[len(name):]
            if payload and not payload.isdecimal():
                return None
            return sign, int(payload or 0), kind
    mantissa, e, exponent = low.partition("e")
    if e:
        body = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if not body.isdecimal():
            return None
    whole, dot, part = mantissa.partition(".")
    if not (whole + part).isdecimal():
        return None
    return sign, int(whole + part), (int(exponent) if e else 0) - len(part)


def _from_text(text, context=None):
    found = _parse(text)
    if found is None:
        return (context or getcontext())._signal(_make(0, 0, "n"), ConversionSyntax)
    return _make(*found)


class Decimal:
    """Construct a new Decimal object: a string, an integer, a float or a tuple, exactly."""
    __slots__ = ("_sign", "_int", "_exp")

    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            found = _parse(value)
            if found is None:
                return (context or getcontext())._signal(_make(0, 0, "n", cls), ConversionSyntax)
            return _make(*found, cls)
        if isinstance(value, int):
            return _make(int(value < 0), abs(int(value)), 0, cls)
        if isinstance(value, Decimal):
            return value if type(value) is cls is Decimal else _make(value._sign, value._int, value._exp, cls)
        if isinstance(value, (list, tuple)):
            return cls._from_tuple(value)
        if isinstance(value, float):
            (context or getcontext())._float()
            d = cls.from_float(value)
            return _make(d._sign, d._int, d._exp, cls)
        raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)

    @classmethod
    def _from_tuple(cls, value):
        if len(value) != 3:
            raise ValueError("argument must be a sequence of length 3")
        sign, digits, exponent = value
        if sign not in (0, 1) or not isinstance(sign, int):
            raise ValueError("sign must be an integer with the value 0 or 1")
        if exponent == "F":
            return _make(sign, 0, "F", cls)
        coeff = 0
        for d in digits:
            if not isinstance(d, int) or not 0 <= d <= 9:
                raise ValueError("coefficient must be a tuple of digits")
            coeff = coeff * 10 + d
        if exponent not in ("n", "N") and not isinstance(exponent, int):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'" if isinstance(exponent, str)
                             else "exponent must be an integer")
        return _make(sign, coeff, exponent, cls)

    @classmethod
    def from_float(cls, f, /):
        """Class method that converts a float to a decimal number, exactly."""
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if _math.isinf(f) or _math.isnan(f):
            return cls(repr(f))
        sign = int(_math.copysign(1.0, f) < 0)
        n, d = abs(f).as_integer_ratio()
        k = d.bit_length() - 1
        return _make(sign, n * 5 ** k, -k, cls)

    # --- what it is

    def _isnan(self):
        return self._exp == "n" or self._exp == "N"

    @property
    def _special(self):
        return isinstance(self._exp, str)

    def is_nan(self):
        return self._isnan()

    def is_qnan(self):
        return self._exp == "n"

    def is_snan(self):
        return self._exp == "N"

    def is_infinite(self):
        return self._exp == "F"

    def is_finite(self):
        return not self._special

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._special and not self._int

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def is_normal(self, context=None):
        return not self._special and self._int != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return not self._special and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def number_class(self, context=None):
        """Returns an indication of the class of self."""
        if self._exp == "N":
            return "sNaN"
        if self._exp == "n":
            return "NaN"
        sign = "-" if self._sign else "+"
        if self._exp == "F":
            return sign + "Infinity"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def adjusted(self):
        """Return the adjusted exponent of self."""
        return 0 if self._special else self._exp + _ndigits(self._int) - 1

    def as_tuple(self):
        """Represents the number as a triple tuple."""
        if self._exp == "F":
            return DecimalTuple(self._sign, (0,), "F")
        digits = tuple(map(int, str(self._int)))
        if self._isnan() and not self._int:
            digits = ()
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        """Express a finite Decimal instance in the form n / d."""
        if self._special:
            if self._isnan():
                raise ValueError("cannot convert NaN to integer ratio")
            raise OverflowError("cannot convert Infinity to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        g = _math.gcd(n, d)
        return n // g, d // g

    def radix(self):
        return Decimal(10)

    def conjugate(self):
        return self

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    # --- texts

    def _str(self, eng, context):
        sign = "-" if self._sign else ""
        if self._special:
            if self._exp == "F":
                return sign + "Infinity"
            return sign + ("NaN" if self._exp == "n" else "sNaN") + (str(self._int) if self._int else "")
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            dot = left
        elif not eng:
            dot = 1
        elif not self._int:
            dot = (left + 1) % 3 - 1
        else:
            dot = (left - 1) % 3 + 1
        if dot <= 0:
            whole, part = "0", "." + "0" * -dot + digits
        elif dot >= len(digits):
            whole, part = digits + "0" * (dot - len(digits)), ""
        else:
            whole, part = digits[:dot], "." + digits[dot:]
        if left == dot:
            exp = ""
        else:
            exp = ("E" if (context or getcontext()).capitals else "e") + "%+d" % (left - dot)
        return sign + whole + part + exp

    def __str__(self):
        return self._str(False, None)

    def __repr__(self):
        return "Decimal('%s')" % self._str(False, None)

    def to_eng_string(self, context=None):
        """Convert to an engineering-type string."""
        return self._str(True, context)

    def __format__(self, spec, /):
        m = _parse_spec(spec)
        if m is None:
            raise ValueError("invalid format string")
        fill, align, sign, no_neg, zero, width, sep, prec, kind = m
        context = getcontext()
        if not kind:
            kind = "g" if context.capitals == 0 else "G"
            plain = True
        else:
            plain = False
        if self._special:
            body = self.copy_abs()._str(False, context)
            if kind == "%":
                body += "%"
            if zero:
                fill = " "  # no zeros before the letters
                align = align or ">"
                if align == "=":
                    align = ">"
            return _pad("-" if self._sign else sign if sign != "-" else "", body, fill, align or ">", width)
        d = self
        if kind == "%":
            d = _make(d._sign, d._int, d._exp + 2)
        mode = context.rounding
        if prec is not None:
            if kind in "eE":
                d = d._round_digits(prec + 1, mode)
            elif kind in "fF%":
                d = d._rescale(-prec, mode)
            elif kind in "gG" and d._int and _ndigits(d._int) > max(prec, 1):
                d = d._round_digits(max(prec, 1), mode)
        if not d._int and d._exp > 0 and kind in "fF%":
            d = d._rescale(0, mode)
        digits = str(d._int)
        left = d._exp + len(digits)
        if kind in "eE":
            dot = 1
            if not d._int and prec is not None:
                digits, left = "0" * (prec + 1), d._exp + prec + 1
        elif kind in "fF%":
            dot = left
        elif d._exp <= 0 and left > -6:
            dot = left
        else:
            dot = 1
        if dot < 0:
            whole, part = "0", "0" * -dot + digits
        elif dot > len(digits):
            whole, part = digits + "0" * (dot - len(digits)), ""
        else:
            whole, part = digits[:dot] or "0", digits[dot:]
        exp = left - dot
        tail = "." + part if part else ""
        if exp or kind in "eE":
            letter = {"e": "e", "E": "E", "g": "e", "G": "E"}[kind]
            tail += letter + "%+d" % exp
        if kind == "%":
            tail += "%"
        negative = d._sign and not (no_neg and not d._int)
        lead = "-" if negative else sign if sign in (" ", "+") else ""
        if zero and align in ("", "="):
            fill, align = "0", "="
        need = max(0, width - len(lead) - len(tail)) if align == "=" and fill == "0" else 0
        if sep:
            whole = _grouped(whole, need)
        elif need > len(whole):
            whole = whole.rjust(need, "0")
        return _pad(lead, whole + tail, fill, align or ">", width)

    # --- rounding

    def _fix(self, ctx):
        """Rounded to the context, with its limits of exponents, and signals."""
        if self._special:
            if self._isnan() and self._int and _ndigits(self._int) > ctx.prec - ctx.clamp:
                return _make(self._sign, self._int % 10 ** (ctx.prec - ctx.clamp), self._exp)
            return self
        tiny, top = ctx.Emin - ctx.prec + 1, ctx.Emax - ctx.prec + 1
        coeff, exp = self._int, self._exp
        if not coeff:
            new = min(max(exp, tiny), top if ctx.clamp else ctx.Emax)
            if new != exp:
                return ctx._signal(_make(self._sign, 0, new), Clamped)
            return self
        size = _ndigits(coeff)
        least = size + exp - ctx.prec
        if least > top:
            return ctx._signal(self._overflow(ctx), Overflow, Inexact, Rounded)
        subnormal = least < tiny
        if subnormal:
            least = tiny
        if exp < least:
            new, lost = _round(coeff, least - exp, ctx.rounding, self._sign)
            exp = least
            if new and _ndigits(new) > ctx.prec:
                new //= 10
                exp += 1
            conditions = [Rounded]
            if exp > top:
                return ctx._signal(self._overflow(ctx), Overflow, Inexact, Rounded)
            if lost:
                conditions.append(Inexact)
            if subnormal:
                conditions.append(Subnormal)
                if lost:
                    conditions.append(Underflow)
                if not new:
                    conditions.append(Clamped)
            return ctx._signal(_make(self._sign, new, exp), *conditions)
        if subnormal:
            ctx._signal(None, Subnormal)
        if ctx.clamp and exp > top:
            return ctx._signal(_make(self._sign, coeff * 10 ** (exp - top), top), Clamped)
        return self

    def _overflow(self, ctx):
        mode, sign = ctx.rounding, self._sign
        if mode in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP) or \
                mode == ROUND_CEILING and not sign or mode == ROUND_FLOOR and sign:
            return _make(sign, 0, "F")
        return _make(sign, 10 ** ctx.prec - 1, ctx.Emax - ctx.prec + 1)

    def _rescale(self, exp, mode):
        if self._special:
            return self
        if not self._int:
            return _make(self._sign, 0, exp)
        return _make(self._sign, _round(self._int, exp - self._exp, mode, self._sign)[0], exp)

    def _round_digits(self, places, mode):
        if not self._int:
            return self
        d = self._rescale(self.adjusted() + 1 - places, mode)
        return d if _ndigits(d._int) <= places else d._rescale(d.adjusted() + 1 - places, mode)

    def _nan(self, ctx, other=None, third=None):
        """The NaN that an operation on NaNs answers; None when there is none."""
        for kind in ("N", "n"):
            for d in (self, other, third):
                if d is not None and d._exp == kind:
                    quiet = _make(d._sign, d._int, "n")
                    if kind == "N":
                        return ctx._signal(quiet, InvalidOperation)._fix(ctx)
                    return quiet._fix(ctx)
        return None

    def _invalid(self, ctx, condition=InvalidOperation):
        return ctx._signal(_make(0, 0, "n"), condition)

    # --- arithmetic. The methods with an underscore take a Decimal and a context.

    def _add(self, other, ctx):
        nan = self._nan(ctx, other)
        if nan is not None:
            return nan
        if self._exp == "F":
            if other._exp == "F" and self._sign != other._sign:
                return self._invalid(ctx)
            return self
        if other._exp == "F":
            return other
        exp = min(self._exp, other._exp)
        if not self._int and not other._int:
            sign = min(self._sign, other._sign)
            if self._sign != other._sign and ctx.rounding == ROUND_FLOOR:
                sign = 1
            return _make(sign, 0, exp)._fix(ctx)
        if not self._int:
            return other._widened(max(exp, other._exp - ctx.prec - 1))._fix(ctx)
        if not other._int:
            return self._widened(max(exp, self._exp - ctx.prec - 1))._fix(ctx)
        big, small = (self, other) if self._exp >= other._exp else (other, self)
        # When they are far apart, any small number rounds as this one does.
        floor = big.adjusted() - ctx.prec - 2 - 1
        limit = min(big._exp, floor)
        if small.adjusted() < limit:
            small = _make(small._sign, 1, limit - 1)
            exp = limit - 1
        a = big._int * 10 ** (big._exp - exp) * (-1 if big._sign else 1)
        b = small._int * 10 ** (small._exp - exp) * (-1 if small._sign else 1)
        total = a + b
        if not total:
            return _make(int(ctx.rounding == ROUND_FLOOR), 0, exp)._fix(ctx)
        return _make(int(total < 0), abs(total), exp)._fix(ctx)

    def _widened(self, exp):
        return _make(self._sign, self._int * 10 ** (self._exp - exp), exp) if exp < self._exp else self

    def _sub(self, other, ctx):
        nan = self._nan(ctx, other)
        return self._add(_make(1 - other._sign, other._int, other._exp), ctx) if nan is None else nan

    def _mul(self, other, ctx):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(ctx, other)
            if nan is not None:
                return nan
            if self.is_zero() or other.is_zero():
                return self._invalid(ctx)
            return _make(sign, 0, "F")
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix(ctx)

    def _div(self, other, ctx):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(ctx, other)
            if nan is not None:
                return nan
            if self._exp == "F":
                return self._invalid(ctx) if other._exp == "F" else _make(sign, 0, "F")
            return ctx._signal(_make(sign, 0, ctx.Etiny()), Clamped)
        if not other._int:
            if not self._int:
                return self._invalid(ctx, DivisionUndefined)
            return ctx._signal(_make(sign, 0, "F"), DivisionByZero)
        if not self._int:
            return _make(sign, 0, self._exp - other._exp)._fix(ctx)
        shift = _ndigits(other._int) - _ndigits(self._int) + ctx.prec + 1
        exp = self._exp - other._exp - shift
        if shift >= 0:
            q, r = divmod(self._int * 10 ** shift, other._int)
        else:
            q, r = divmod(self._int, other._int * 10 ** -shift)
        if r:
            if q % 5 == 0:
                q += 1  # so that what was lost counts in rounding
        else:
            ideal = self._exp - other._exp
            while exp < ideal and q % 10 == 0:
                q //= 10
                exp += 1
        return _make(sign, q, exp)._fix(ctx)

    def _divide(self, other, ctx):
        """(quotient as an integer, remainder) of finite numbers; None when the quotient is too long."""
        exp = min(self._exp, other._exp)
        if self.adjusted() - other.adjusted() > ctx.prec + 1:
            return None
        a, b = self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp)
        q, r = divmod(a, b)
        return None if q >= 10 ** ctx.prec else (q, r, exp)

    def _divmod(self, other, ctx):
        nan = self._nan(ctx, other)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._exp == "F":
            if other._exp == "F":
                bad = self._invalid(ctx)
                return bad, bad
            return _make(sign, 0, "F"), self._invalid(ctx)
        if other._exp == "F":
            return _make(sign, 0, 0), self._fix(ctx)
        if not other._int:
            if not self._int:
                bad = self._invalid(ctx, DivisionUndefined)
                return bad, bad
            return ctx._signal(_make(sign, 0, "F"), DivisionByZero, InvalidOperation), _make(0, 0, "n")
        found = self._divide(other, ctx)
        if found is None:
            bad = self._invalid(ctx, DivisionImpossible)
            return bad, bad
        q, r, exp = found
        return _make(sign, q, 0), _make(self._sign, r, exp)._fix(ctx)

    def _floordiv(self, other, ctx):
        nan = self._nan(ctx, other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._exp == "F":
            return self._invalid(ctx) if other._exp == "F" else _make(sign, 0, "F")
        if other._exp == "F":
            return _make(sign, 0, 0)
        if not other._int:
            if not self._int:
                return self._invalid(ctx, DivisionUndefined)
            return ctx._signal(_make(sign, 0, "F"), DivisionByZero)
        found = self._divide(other, ctx)
        return self._invalid(ctx, DivisionImpossible) if found is None else _make(sign, found[0], 0)

    def _mod(self, other, ctx):
        nan = self._nan(ctx, other)
        if nan is not None:
            return nan
        if self._exp == "F":
            return self._invalid(ctx)
        if other._exp == "F":
            return self._fix(ctx)
        if not other._int:
            return self._invalid(ctx, InvalidOperation if self._int else DivisionUndefined)
        found = self._divide(other, ctx)
        if found is None:
            return self._invalid(ctx, DivisionImpossible)
        return _make(self._sign, found[1], found[2])._fix(ctx)

    def remainder_near(self, other, context=None):
        """Remainder nearest to 0 - abs(remainder-near) <= other/2"""
        ctx, other = context or getcontext(), _need(other)
        nan = self._nan(ctx, other)
        if nan is not None:
            return nan
        if self._exp == "F" or not other._special and not other._int:
            return self._invalid(ctx, DivisionUndefined if not self._special and not self._int else InvalidOperation)
        if other._exp == "F":
            return self._fix(ctx)
        found = self._divide(other, ctx)
        if found is None:
            return self._invalid(ctx, DivisionImpossible)
        q, r, exp = found
        b = other._int * 10 ** (other._exp - exp)
        sign = self._sign
        if 2 * r + (q & 1) > b:
            r -= b
            q += 1
        if q >= 10 ** ctx.prec:
            return self._invalid(ctx, DivisionImpossible)
        if r < 0:
            sign, r = 1 - sign, -r
        return _make(sign, r, exp)._fix(ctx)

    def fma(self, other, third, context=None):
        """Fused multiply-add: self*other+third with no rounding of the intermediate product."""
        ctx, other, third = context or getcontext(), _need(other), _need(third)
        if self._special or other._special:
            nan = self._nan(ctx, other, third)
            if nan is not None:
                return nan
            product = self._mul(other, ctx)
        else:
            product = _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product._add(third, ctx)

    def _neg(self, ctx):
        nan = self._nan(ctx)
        if nan is not None:
            return nan
        if self.is_zero() and ctx.rounding != ROUND_FLOOR:
            return _make(0, 0, self._exp)._fix(ctx)
        return _make(1 - self._sign, self._int, self._exp)._fix(ctx)

    def _plus(self, ctx):
        nan = self._nan(ctx)
        if nan is not None:
            return nan
        if self.is_zero() and ctx.rounding != ROUND_FLOOR:
            return _make(0, 0, self._exp)._fix(ctx)
        return self._fix(ctx)

    def _abs(self, ctx):
        return self._neg(ctx) if self._sign else self._plus(ctx)

    def __neg__(self):
        return self._neg(getcontext())

    def __pos__(self):
        return self._plus(getcontext())

    def __abs__(self):
        return self._abs(getcontext())

    def copy_abs(self):
        return _make(0, self._int, self._exp)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        return _make(_need(other)._sign, self._int, self._exp)

    # --- powers, roots, exponentials

    def _pow(self, other, modulo, ctx):
        if modulo is not None:
            return self._pow_mod(other, _need(modulo), ctx)
        nan = self._nan(ctx, other)
        if nan is not None:
            return nan
        if other.is_zero():
            return self._invalid(ctx) if self.is_zero() else _make(0, 1, 0)._fix(ctx)
        whole = not other._special and other._isinteger()
        sign = 0
        if self._sign:
            if whole:
                sign = int(other._odd())
            elif not self.is_zero():
                return self._invalid(ctx)
        base = self.copy_abs()
        if base.is_zero():
            return _make(sign, 0, 0) if not other._sign else _make(sign, 0, "F")
        if base._exp == "F":
            return _make(sign, 0, "F") if not other._sign else _make(sign, 0, 0)
        if base == 1:
            if whole:
                n = int(other) if other.adjusted() < 20 else 10 ** 20
                if other._sign and base._int == 1 and base._exp == 0 or n < 0:
                    n = 0
                exp = max(base._exp * n, 1 - ctx.prec) if base._exp else 0
            else:
                ctx._signal(None, Inexact, Rounded)
                exp = 1 - ctx.prec
            return _make(sign, 10 ** -exp, exp)
        up = base.adjusted()
        if other._exp == "F":
            return _make(0, 0, "F") if (other._sign == 0) == (up >= 0) else _make(0, 0, 0)
        if whole and other.adjusted() <= 8:
            n = int(other)
            room = ctx.prec + 4 + len(str(abs(n)))
            if n > 0 and _ndigits(base._int) * n <= 4 * room + 200:
                return _make(sign, base._int ** n, base._exp * n)._fix(ctx)
            if n < 0 and _ndigits(base._int) * -n <= 4 * room + 200:
                wide = ctx.copy()
                one = _make(sign, 1, 0)
                return one._div(_make(0, base._int ** -n, base._exp * -n), ctx)
        exact = self._exact_power(base, other, ctx)
        if exact is not None:
            exact._sign = sign
            return exact._fix(ctx)
        extra = 6
        while True:
            p = ctx.prec + extra + 5
            scale = p + max(0, other.adjusted()) + max(0, len(str(abs(up)))) + 3
            log = _ln(base._int, base._exp, scale)
            n = log * other._int * (-1 if other._sign else 1)
            size = other._exp + _ndigits(abs(n)) - scale
            if size > 25:
                big = (n > 0)
                return _make(sign, 1, ctx.Emax + 1 if big else ctx.Etiny() - ctx.prec - 5)._fix(ctx)
            coeff, exp = _exp(abs(n), other._exp - scale, n < 0, p)
            if coeff % (5 * 10 ** (len(str(coeff)) - ctx.prec - 1)):
                break
            extra += 10
        return _make(sign, coeff * 10 + 1, exp - 1)._fix(ctx)

    @staticmethod
    def _exact_power(base, other, ctx):
        """base ** other where that is a number of few digits, for powers that are not small integers."""
        if other._sign or other._exp >= 0 or other._exp < -2:
            return None
        num, den = other.as_integer_ratio()
        if den not in (2, 4, 5, 10, 20, 25) or num > 100:
            return None
        c, e = base._int, base._exp
        while c % 10 == 0:
            c //= 10
            e += 1
        while e % den:
            c *= 10
            e -= 1
        root = round(c ** (1 / den)) if c < 10 ** 200 else 0
        for r in (root - 1, root, root + 1):
            if r > 0 and r ** den == c:
                coeff, exp = r ** num, e // den * num
                ideal_exp = exp
                pad = max(0, ctx.prec - _ndigits(coeff))
                ctx._signal(None, Inexact, Rounded)
                return _make(0, coeff * 10 ** pad, ideal_exp - pad)
        return None

    def _pow_mod(self, other, modulo, ctx):
        nan = self._nan(ctx, other, modulo)
        if nan is not None:
            return nan
        for d in (self, other, modulo):
            if d._special or not d._isinteger():
                return self._invalid(ctx)
        if other < 0 or modulo.is_zero() or modulo.adjusted() >= ctx.prec or other.is_zero() and self.is_zero():
            return self._invalid(ctx)
        sign = int(bool(self._sign and other._odd()))
        return _make(sign, pow(int(abs(self)), int(other), abs(int(modulo))), 0)

    def _isinteger(self):
        if self._special:
            return self._exp == "F"
        return self._exp >= 0 or not self._int or self._int % 10 ** min(-self._exp, _ndigits(self._int)) == 0 and \
            -self._exp <= _ndigits(self._int)

    def _odd(self):
        if self._exp > 0 or not self._int:
            return False
        return self._int // 10 ** -self._exp % 2 == 1

    def sqrt(self, context=None):
        """Return the square root of the argument to full precision."""
        ctx = context or getcontext()
        nan = self._nan(ctx)
        if nan is not None:
            return nan
        if self._exp == "F" and not self._sign:
            return self
        if not self._special and not self._int:
            return _make(self._sign, 0, self._exp // 2)._fix(ctx)
        if self._sign:
            return self._invalid(ctx)
        prec = ctx.prec + 1
        e, c = self._exp >> 1, self._int
        if self._exp & 1:
            c *= 10
            l = (_ndigits(self._int) >> 1) + 1
        else:
            l = _ndigits(self._int) + 1 >> 1
        shift = prec - l
        exact = True
        if shift >= 0:
            c *= 100 ** shift
        else:
            c, r = divmod(c, 100 ** -shift)
            exact = not r
        e -= shift
        n = _math.isqrt(c)
        exact = exact and n * n == c
        if exact:
            n = n // 10 ** shift if shift >= 0 else n * 10 ** -shift
            e += shift
        elif n % 5 == 0:
            n += 1
        half = ctx.copy()
        half.rounding, half.flags = ROUND_HALF_EVEN, ctx.flags
        return _make(0, n, e)._fix(half)

    def _transcendental(self, ctx, compute):
        """The value to which approximations with more and more digits round."""
        extra = 6
        while True:
            sign, coeff, exp = compute(ctx.prec + extra)
            if coeff % (5 * 10 ** (len(str(coeff)) - ctx.prec - 1)):
                half = ctx.copy()
                half.rounding, half.flags = ROUND_HALF_EVEN, ctx.flags
                return _make(sign, coeff, exp)._fix(half)
            extra += 10

    def exp(self, context=None):
        """Return the value of e**x."""
        ctx = context or getcontext()
        nan = self._nan(ctx)
        if nan is not None:
            return nan
        if self._exp == "F":
            return _make(0, 0, 0) if self._sign else self
        if not self._int:
            return _make(0, 1, 0)._fix(ctx)
        if self.adjusted() > len(str(max(ctx.Emax, -ctx.Etiny()) * 3)) + 1:
            return _make(0, 1, ctx.Etiny() - ctx.prec - 5 if self._sign else ctx.Emax + 1)._fix(ctx)
        if self.adjusted() < -ctx.prec - 2:
            one = 10 ** (ctx.prec + 2)
            half = ctx.copy()
            half.rounding, half.flags = ROUND_HALF_EVEN, ctx.flags
            return _make(0, one - 1 if self._sign else one + 1, -ctx.prec - 2)._fix(half)
        return self._transcendental(ctx, lambda p: (0,) + _exp(self._int, self._exp, self._sign, p + 1))

    def ln(self, context=None):
        """Return the natural (base e) logarithm of x."""
        return self._log(context or getcontext(), False)

    def log10(self, context=None):
        """Return the base ten logarithm of x."""
        return self._log(context or getcontext(), True)

    def _log(self, ctx, ten):
        nan = self._nan(ctx)
        if nan is not None:
            return nan
        if self.is_zero():
            return _make(1, 0, "F")
        if self._exp == "F" and not self._sign:
            return self
        if self._sign:
            return self._invalid(ctx)
        if self == 1:
            return _make(0, 0, 0)
        text = str(self._int)
        if ten and text[0] == "1" and not text[1:].strip("0"):
            return Decimal(self.adjusted())._fix(ctx)

        def compute(p):
            size = abs(self.adjusted())
            near = 0
            if self.adjusted() in (0, -1):
                gap = self._add(_make(1, 1, 0), Context(prec=MAX_PREC // 10 ** 12, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[]))
                near = -gap.adjusted()
            digits = p + max(near, 0) + 3
            value = _ln(self._int, self._exp, digits + 5)
            if ten:
                value = value * 10 ** (digits + 5) // _ln10(digits + 5)
            return int(value < 0), abs(value) // 10 ** 3, -digits - 2
        return self._transcendental(ctx, compute)

    # --- operators

    def __pow__(self, other, modulo=None):
        other = _other(other)
        return other if other is NotImplemented else self._pow(other, modulo, getcontext())

    def __rpow__(self, other):
        other = _other(other)
        return other if other is NotImplemented else other._pow(self, None, getcontext())

    def _operators(name):
        def forward(self, other):
            other = _other(other)
            return other if other is NotImplemented else getattr(self, name)(other, getcontext())

        def reverse(self, other):
            other = _other(other)
            return other if other is NotImplemented else getattr(other, name)(self, getcontext())
        return forward, reverse

    __add__, __radd__ = _operators("_add")
    __sub__, __rsub__ = _operators("_sub")
    __mul__, __rmul__ = _operators("_mul")
    __truediv__, __rtruediv__ = _operators("_div")
    __floordiv__, __rfloordiv__ = _operators("_floordiv")
    __mod__, __rmod__ = _operators("_mod")
    __divmod__, __rdivmod__ = _operators("_divmod")
    del _operators

    def __bool__(self):
        return self._special or self._int != 0

    def _cmp(self, other):
        if self._exp == "F" or other._exp == "F":
            a = 0 if self._exp != "F" else -1 if self._sign else 1
            b = 0 if other._exp != "F" else -1 if other._sign else 1
            return (a > b) - (a < b)
        a, b = (-self._int if self._sign else self._int), (-other._int if other._sign else other._int)
        if not a or not b or (a < 0) != (b < 0):
            return (a > b) - (a < b)
        x, y = self.adjusted(), other.adjusted()
        if x != y:
            return (1 if x > y else -1) * (-1 if a < 0 else 1)
        exp = min(self._exp, other._exp)
        a, b = a * 10 ** (self._exp - exp), b * 10 ** (other._exp - exp)
        return (a > b) - (a < b)

    def _comparable(self, other, equality=False):
        if isinstance(other, _numbers.Rational) and not isinstance(other, int):
            if not self._special:
                return _make(self._sign, self._int * other.denominator, self._exp), Decimal(other.numerator)
            return self, Decimal(other.numerator)
        if isinstance(other, float):
            ctx = getcontext()
            if equality:
                dict.__setitem__(ctx.flags, FloatOperation, True)
            else:
                ctx._float()
            return self, Decimal.from_float(other)
        if equality and isinstance(other, _numbers.Complex) and not isinstance(other, (int, Decimal)):
            if other.imag != 0:
                return self, NotImplemented
            return self, Decimal.from_float(other.real)
        return self, _other(other)

    def __eq__(self, other):
        a, b = self._comparable(other, True)
        if b is NotImplemented:
            return b
        if a._isnan() or b._isnan():
            if a._exp == "N" or b._exp == "N":
                getcontext()._signal(None, InvalidOperation)
            return False
        return a._cmp(b) == 0

    def _order(test):
        def method(self, other):
            a, b = self._comparable(other)
            if b is NotImplemented:
                return b
            if a._isnan() or b._isnan():
                getcontext()._signal(None, InvalidOperation)
                return False
            return test(a._cmp(b))
        return method

    __lt__ = _order(lambda c: c < 0)
    __le__ = _order(lambda c: c <= 0)
    __gt__ = _order(lambda c: c > 0)
    __ge__ = _order(lambda c: c >= 0)
    del _order

    def __hash__(self):
        if self._special:
            if self._exp == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            if self._exp == "n":
                return object.__hash__(self)
            return -_sys.hash_info.inf if self._sign else _sys.hash_info.inf
        power = pow(10, self._exp, _HASH_MODULUS) if self._exp >= 0 else pow(_HASH_10INV, -self._exp, _HASH_MODULUS)
        value = self._int * power % _HASH_MODULUS
        value = -value if self._sign else value
        return -2 if value == -1 else value

    def compare(self, other, context=None):
        """Compare self to other: -1, 0, 1, or NaN."""
        ctx, other = context or getcontext(), _need(other)
        nan = self._nan(ctx, other)
        return Decimal(self._cmp(other)) if nan is None else nan

    def compare_signal(self, other, context=None):
        ctx, other = context or getcontext(), _need(other)
        if self._isnan() or other._isnan():
            bad = self if self._isnan() else other
            return ctx._signal(_make(bad._sign, bad._int, "n"), InvalidOperation)
        return Decimal(self._cmp(other))

    def _total(self):
        sign = -1 if self._sign else 1
        if self._special:
            return sign * {"F": 1, "N": 2, "n": 3}[self._exp], sign * self._int, 0
        return 0, self, sign * self._exp

    def compare_total(self, other, context=None):
        """Compare two operands using their abstract representation."""
        other = _need(other)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        a, b = self._total(), other._total()
        if a[0] == b[0] == 0:
            c = self._cmp(other)
            return Decimal(c or (a[2] > b[2]) - (a[2] < b[2]))
        return Decimal((a[0] > b[0]) - (a[0] < b[0]) or (a[0] != 0) * ((a[1] > b[1]) - (a[1] < b[1])))

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_need(other).copy_abs())

    def _choose(self, other, context, largest, magnitude):
        ctx, other = context or getcontext(), _need(other)
        if self._isnan() or other._isnan():
            if self._exp == "N" or other._exp == "N" or self._isnan() and other._isnan():
                return self._nan(ctx, other)
            return (other if self._isnan() else self)._fix(ctx)
        c = self.copy_abs()._cmp(other.copy_abs()) if magnitude else self._cmp(other)
        if c == 0:
            c = int(self.compare_total(other))
        return (self if (c > 0) == largest and c or c == 0 else other)._fix(ctx)

    def max(self, other, context=None):
        """Returns the larger value, like max(self, other), except for NaNs and rounding."""
        return self._choose(other, context, True, False)

    def min(self, other, context=None):
        """Returns the smaller value, like min(self, other), except for NaNs and rounding."""
        return self._choose(other, context, False, False)

    def max_mag(self, other, context=None):
        return self._choose(other, context, True, True)

    def min_mag(self, other, context=None):
        return self._choose(other, context, False, True)

    # --- conversions

    def __int__(self):
        if self._special:
            if self._isnan():
                raise ValueError("cannot convert NaN to integer")
            raise OverflowError("cannot convert Infinity to integer")
        n = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self._exp == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float(self._str(False, None)) if self._exp != "n" else float("-nan" if self._sign else "nan")

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return self._whole(ROUND_FLOOR)

    def __ceil__(self):
        return self._whole(ROUND_CEILING)

    def _whole(self, mode):
        if self._isnan():
            raise ValueError("cannot convert NaN to integer")
        if self._special:
            raise OverflowError("cannot convert Infinity to integer")
        return int(self._rescale(0, mode)) if self._exp < 0 else int(self)

    def __round__(self, n=None):
        if n is None:
            return self._whole(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_make(0, 1, -n), ROUND_HALF_EVEN)

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(str(self))

    def __deepcopy__(self, memo):
        return self.__copy__()

    # --- exponents

    def quantize(self, exp, rounding=None, context=None):
        """Quantize a value so its exponent is the same as that of exp."""
        ctx, exp = context or getcontext(), _need(exp)
        mode = ctx.rounding if rounding is None else rounding
        if mode not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        if self._special or exp._special:
            nan = self._nan(ctx, exp)
            if nan is not None:
                return nan
            return self if self._exp == exp._exp else self._invalid(ctx)
        if not ctx.Etiny() <= exp._exp <= ctx.Emax:
            return self._invalid(ctx)
        if not self._int:
            return _make(self._sign, 0, exp._exp)._fix(ctx)
        if self.adjusted() > ctx.Emax or self.adjusted() - exp._exp + 1 > ctx.prec:
            return self._invalid(ctx)
        coeff, lost = _round(self._int, exp._exp - self._exp, mode, self._sign)
        result = _make(self._sign, coeff, exp._exp)
        if _ndigits(coeff) > ctx.prec or result.adjusted() > ctx.Emax:
            return self._invalid(ctx)
        if coeff and result.adjusted() < ctx.Emin:
            ctx._signal(None, Subnormal)
        if exp._exp > self._exp:
            ctx._signal(None, *([Rounded, Inexact] if lost else [Rounded]))
        return result._fix(ctx)

    def same_quantum(self, other, context=None):
        """Test whether self and other have the same exponent."""
        other = _need(other)
        if self._special or other._special:
            return self._isnan() and other._isnan() or self._exp == other._exp == "F"
        return self._exp == other._exp

    def to_integral_value(self, rounding=None, context=None):
        """Rounds to the nearest integer without signaling Inexact or Rounded."""
        ctx = context or getcontext()
        if self._special:
            nan = self._nan(ctx)
            return self if nan is None else nan
        return self if self._exp >= 0 else self._rescale(0, rounding or ctx.rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """Rounds to a nearby integer, signaling Inexact or Rounded as appropriate."""
        ctx = context or getcontext()
        if self._special:
            nan = self._nan(ctx)
            return self if nan is None else nan
        if self._exp >= 0:
            return self
        if not self._int:
            return _make(self._sign, 0, 0)
        coeff, lost = _round(self._int, -self._exp, rounding or ctx.rounding, self._sign)
        return ctx._signal(_make(self._sign, coeff, 0), *([Rounded, Inexact] if lost else [Rounded]))

    def normalize(self, context=None):
        """Strip trailing 0s; 0 becomes 0e0."""
        ctx = context or getcontext()
        nan = self._nan(ctx)
        if nan is not None:
            return nan
        d = self._fix(ctx)
        if d._special:
            return d
        if not d._int:
            return _make(d._sign, 0, 0)._fix(ctx)
        coeff, exp, top = d._int, d._exp, ctx.Etop() if ctx.clamp else ctx.Emax
        while coeff % 10 == 0 and exp < top:
            coeff //= 10
            exp += 1
        return _make(d._sign, coeff, exp)

    def logb(self, context=None):
        """Returns the exponent of the magnitude of self's most significant digit."""
        ctx = context or getcontext()
        nan = self._nan(ctx)
        if nan is not None:
            return nan
        if self._exp == "F":
            return _make(0, 0, "F")
        if not self._int:
            return ctx._signal(_make(1, 0, "F"), DivisionByZero)
        return Decimal(self.adjusted())._fix(ctx)

    def scaleb(self, other, context=None):
        """Returns self with its exponent increased by other."""
        ctx, other = context or getcontext(), _need(other)
        nan = self._nan(ctx, other)
        if nan is not None:
            return nan
        if other._exp != 0 or abs(int(other)) > 2 * (ctx.Emax + ctx.prec):
            return self._invalid(ctx)
        return self if self._exp == "F" else _make(self._sign, self._int, self._exp + int(other))._fix(ctx)

    def _shifted(self, other, context, turn):
        ctx, other = context or getcontext(), _need(other)
        nan = self._nan(ctx, other)
        if nan is not None:
            return nan
        if other._exp != 0 or abs(int(other)) > ctx.prec:
            return self._invalid(ctx)
        if self._exp == "F":
            return self
        n = int(other)
        digits = str(self._int).rjust(ctx.prec, "0")[-ctx.prec:]
        if turn:
            digits = digits[n:] + digits[:n]
        else:
            digits = (digits + "0" * n)[-ctx.prec:] if n >= 0 else digits[:n]
        return _make(self._sign, int(digits or 0), self._exp)

    def shift(self, other, context=None):
        """Returns a shifted copy of self, value-of-other times."""
        return self._shifted(other, context, False)

    def rotate(self, other, context=None):
        """Returns a rotated copy of self, value-of-other times."""
        return self._shifted(other, context, True)

    def _neighbour(self, context, mode):
        ctx = context or getcontext()
        nan = self._nan(ctx)
        if nan is not None:
            return nan
        up = mode == ROUND_CEILING
        if self._exp == "F":
            if self._sign != up:
                return self
            return _make(self._sign, 10 ** ctx.prec - 1, ctx.Etop())
        quiet = ctx.copy()
        quiet.rounding, quiet.traps = mode, _SignalDict()
        new = self._fix(quiet)
        if new._cmp(self):
            return new
        return self._add(_make(int(not up), 1, ctx.Etiny() - 1), quiet)

    def next_plus(self, context=None):
        """Returns the smallest representable number larger than itself."""
        return self._neighbour(context, ROUND_CEILING)

    def next_minus(self, context=None):
        """Returns the largest representable number smaller than itself."""
        return self._neighbour(context, ROUND_FLOOR)

    def next_toward(self, other, context=None):
        """Returns the number closest to self, in the direction towards other."""
        ctx, other = context or getcontext(), _need(other)
        nan = self._nan(ctx, other)
        if nan is not None:
            return nan
        c = self._cmp(other)
        if c == 0:
            return self.copy_sign(other)
        result = self.next_plus(ctx) if c < 0 else self.next_minus(ctx)
        if result._exp == "F":
            ctx._signal(None, Overflow, Inexact, Rounded)
        elif result.adjusted() < ctx.Emin:
            ctx._signal(None, Underflow, Subnormal, Inexact, Rounded, *([] if result._int else [Clamped]))
        return result

    # --- digits as bits

    def _bits(self, ctx):
        text = str(self._int)
        if self._special or self._sign or self._exp or text.strip("01"):
            return None
        return text[-ctx.prec:].rjust(ctx.prec, "0")

    def _logical(self, other, context, op):
        ctx, other = context or getcontext(), _need(other)
        a, b = self._bits(ctx), other._bits(ctx)
        if a is None or b is None:
            return self._invalid(ctx)
        return _make(0, int("".join(str(op(int(x), int(y))) for x, y in zip(a, b))), 0)

    def logical_and(self, other, context=None):
        return self._logical(other, context, lambda x, y: x & y)

    def logical_or(self, other, context=None):
        return self._logical(other, context, lambda x, y: x | y)

    def logical_xor(self, other, context=None):
        return self._logical(other, context, lambda x, y: x ^ y)

    def logical_invert(self, context=None):
        ctx = context or getcontext()
        return self._logical(_make(0, int("1" * ctx.prec), 0), ctx, lambda x, y: x ^ y)


def _other(x):
    if isinstance(x, Decimal):
        return x
    return Decimal(x) if isinstance(x, int) else NotImplemented


def _need(x):
    d = _other(x)
    if d is NotImplemented:
        raise TypeError("conversion from %s to Decimal is not supported" % type(x).__name__)
    return d


def _parse_spec(spec):
    """(fill, align, sign, z, zero, width, separator, precision, type) of a format specification; None when it is none."""
    fill, align, sign, no_neg, zero, sep, prec, kind = " ", "", "-", False, False, "", None, ""
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, spec = spec[0], spec[1], spec[2:]
    elif spec[:1] in ("<", ">", "=", "^"):
        align, spec = spec[0], spec[1:]
    if spec[:1] in ("-", "+", " "):
        sign, spec = spec[0], spec[1:]
    if spec[:1] == "z":
        no_neg, spec = True, spec[1:]
    if spec[:1] == "0":
        zero, spec = True, spec[1:]
    n = 0
    while n < len(spec) and spec[n].isdigit():
        n += 1
    width, spec = int(spec[:n] or 0), spec[n:]
    if spec[:1] == ",":
        sep, spec = ",", spec[1:]
    if spec[:1] == ".":
        n = 1
        while n < len(spec) and spec[n].isdigit():
            n += 1
        if n == 1:
            return None
        prec, spec = int(spec[1:n]), spec[n:]
    if spec:
        if len(spec) > 1 or spec not in "eEfFgGn%":
            return None
        kind = "g" if spec == "n" else spec
    return fill, align, sign, no_neg, zero, width, sep, prec, kind


def _grouped(digits, width):
    """Digits in groups of three, with zeros before them up to the width."""
    while True:
        out = f"{int(digits):,}".rjust(0) if digits.isdigit() and not digits.startswith("0") else _commas(digits)
        if len(out) >= width:
            return out
        digits = "0" + digits


def _commas(digits):
    head = len(digits) % 3
    parts = ([digits[:head]] if head else []) + [digits[i:i + 3] for i in range(head, len(digits), 3)]
    return ",".join(parts)


def _pad(sign, body, fill, align, width):
    missing = width - len(sign) - len(body)
    if missing <= 0:
        return sign + body
    if align == "<":
        return sign + body + fill * missing
    if align == "=":
        return sign + fill * missing + body
    if align == "^":
        half = missing // 2
        return fill * half + sign + body + fill * (missing - half)
    return fill * missing + sign + body


_delegate(Decimal)
_sys._label(Decimal, "decimal.Decimal")
_sys._label(Context, "decimal.Context")
_numbers.Number.register(Decimal)
__version__, __libmpdec_version__ = "1.70", "2.5.1"
