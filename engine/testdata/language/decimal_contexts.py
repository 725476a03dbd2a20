# decimal: precision, rounding, signals and traps, special values, and local contexts.
import decimal
from decimal import Decimal as D, localcontext, getcontext

print(D("0.1") + D("0.2"), D(0.1), D("1E+3"), D("1e-10"), D("-0"), D((1, (1, 2, 3), -2)), D(" 12_3.4 "), D("NaN123"), D("sNaN"), D("-Inf"), repr(D("1.10")))
print(D("1.10") == D("1.1"), hash(D("1.10")) == hash(D("1.1")), D(1) == 1.0, D("0.1") == 0.1, D("NaN") == D("NaN"), D(3) < 3.5, sorted([D("2"), 1, D("1.5")]))
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / 3, D("123456789"), +D("123456789"), D("123456") * 1, D(2).sqrt(), D(10).ln(), D(1).exp(), D(2) ** D("0.5"), D("1.23456") + 0)
    for rounding in (decimal.ROUND_UP, decimal.ROUND_DOWN, decimal.ROUND_CEILING, decimal.ROUND_FLOOR, decimal.ROUND_HALF_UP, decimal.ROUND_HALF_DOWN, decimal.ROUND_HALF_EVEN, decimal.ROUND_05UP):
        print(rounding, [str(D(x).quantize(D("1"), rounding)) for x in ("2.5", "-2.5", "3.5", "2.51", "-2.49", "5.01")])
print(getcontext().prec, D(1) / 7)
with localcontext() as ctx:
    ctx.traps[decimal.DivisionByZero] = ctx.traps[decimal.InvalidOperation] = False
    print(D(1) / 0, D(-1) / 0, D(0) / 0, D("inf") - D("inf"), D(-1).sqrt(), [f.__name__ for f, on in ctx.flags.items() if on])
    ctx.traps[decimal.Inexact] = True
    for f in (lambda: D(1) / 4, lambda: D(1) / 3):
        try:
            print(f())
        except decimal.Inexact as e:
            print(type(e).__name__, e)
for f in (lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("abc"), lambda: D(-1).ln(), lambda: D("1e999999") * D("1e999999"), lambda: int(D("NaN")), lambda: int(D("Infinity")), lambda: D("sNaN") + 1, lambda: D(1) < D("NaN"),
          lambda: D(1) + 1.5, lambda: D(1).quantize(D("1e-30")), lambda: D([]), lambda: D((3, (1,), 0)), lambda: round(D("NaN")), lambda: D(5) % 0, lambda: D(0) ** 0, lambda: D(2) ** -2, lambda: divmod(D(-7), 2)):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
x = D("1234.5678")
print(x.as_tuple(), x.adjusted(), x.normalize(), D("100").normalize(), D("1E2").to_eng_string(), x.to_integral_value(), x.scaleb(2), x.shift(1), x.rotate(1), x.copy_sign(D(-1)), x.as_integer_ratio(), -7 // D(2), D(-7) % 2)
print(f"{x:.2f} {x:,.1f} {x:>12} {x:e} {x:.3g} {x:010.1f} {x:%} {D('1E+5')} {D('1E+5'):f} {D('NaN'):>5}", round(x, 2), round(x), round(x, -2), int(x), float(x), complex(D(1)), divmod(x, 100))
print(D("3").compare(D("NaN")), D(1).max(D("NaN")), D("1.0").compare_total(D("1.00")), D(9).next_plus(), D("0").is_signed(), D("-0").is_signed(), D("1e-7"), D("0.000001"), D("0E-10"), D("12").logical_and if False else D("1100").logical_and(D("1010")))
ctx = decimal.Context(prec=3, rounding=decimal.ROUND_DOWN, Emin=-5, Emax=5, capitals=0, traps=[])
print(ctx.create_decimal("1.23456"), ctx.divide(D(2), D(3)), ctx.multiply(D("1e5"), D("10")), ctx.create_decimal("1e-7"), ctx.to_sci_string(D("1e3")), ctx)
