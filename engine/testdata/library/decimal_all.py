from decimal import *
import math, fractions
D = Decimal
def t(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__, e)
for s in ('0', '-0', '1.50', '1E+5', '1e-10', '123456789.123456789', 'Inf', '-NaN12', 'sNaN', ' 12 ', '1_000.5', '0E+3', '0.000000', '0.0000001', '1E-7', '12E3'): print(repr(D(s)), D(s), D(s).as_tuple(), D(s).to_eng_string())
t(D, 'abc'); t(D, ''); t(D, None); t(D, (1, (1,2,3), -2)); t(D, 3.1); t(D, 0.1); t(D, '1.2.3')
print(getcontext()); print(D(1)/D(3), D(1)/3, D(10)/4, D('1.00')/D('0.5'), D(100)/D(10), 2/D(7))
t(lambda: D(1)/0); t(lambda: D(0)/0); t(lambda: D('Inf')-D('Inf')); t(lambda: D(1)+1.5); t(lambda: D(5)//0); t(lambda: D(5)%0); t(lambda: divmod(D(7),0)); t(lambda: D(10)**40 // 3)
print(D('7')//2, D('-7')//2, D('-7')%3, D('7.5')%2, divmod(D(-17), 5), D('5.5')//D('1.5'), D(7).remainder_near(4))
print(D(2)**10, D(2)**-2, D(2)**D('0.5'), D('1.1')**20, D(10)**100, D(4)**D('0.5'), D(8)**(D(1)/3), D('-2')**3, pow(D(3), 5, 7), D('0.5')**D('2.5'), D(2)**1000)
t(lambda: D(-8)**D('0.5')); t(lambda: D(0)**0); print(D(2).sqrt(), D('0.25').sqrt(), D(1000000).sqrt(), D('2E+3').sqrt()); t(D(-1).sqrt)
print(D(1).exp(), D('-2.5').exp(), D(10).ln(), D(2).ln(), D('0.001').log10(), D(7).log10(), D('1.0000001').ln(), D(100).exp(), D(1000).log10(), D('1e-30').exp())
for m in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP): print(m, *[D(x).quantize(D('1'), m) for x in ('2.5', '-2.5', '1.1', '-1.1', '3.5', '0.5', '5.01')])
t(lambda: D('123456789012345678901234567890').quantize(D('0.1'))); print(D('1.005').quantize(D('.01')), round(D('2.675'), 2), round(D('2.5')), round(D('-3.5')), math.floor(D('-1.5')), math.ceil(D('1.2')), int(D('-3.9')), D('1234.5').__round__(-2))
with localcontext() as c:
    c.prec = 5; print(D(1)/7, +D('123456789'), D('1e10')+D('0.001'), -D('1.234567'), abs(D('-1.2345678')), c.flags[Inexact], D('99999.9')+0); c.traps[Inexact] = True; t(lambda: D(1)/3)
with localcontext(Context(prec=3, Emax=9, Emin=-9, traps=[])) as c: print(D('999E9')*10, D('1E-9')/1000, D('1.234E-9')/10, D(1)/0, D(0)/0, D('NaN')+1, c.flags, c)
print(D('1.0') == 1, D('0.1') == 0.1, D('0.5') == 0.5, D(1) < 2, D(1) == fractions.Fraction(1), D('0.5') == fractions.Fraction(1,2), hash(D('1.0')) == hash(1), hash(D('0.5')) == hash(0.5), D('NaN') == D('NaN'), D('Inf') > 10**100, sorted([D(3), D('-1'), D('2.5')]), max(D(1), 2)); t(lambda: D('NaN') < 1); t(lambda: D('sNaN') == 1)
for f in ('', '.2f', ',.2f', '10.3f', '<10', '>+10.1f', '010.2f', 'e', '.3e', 'E', '%', '.1%', 'g', '.3g', 'G', ',', '^20', '*^20.1f', '=+12.2f', '012,.1f', '.0f', 'n', ' ', '.10g', '020'): print(f, *['|' + format(D(x), f) + '|' for x in ('1234567.891', '-0.00012', '0', '1E+10', 'NaN', '-Inf', '0E-5', '5')])
print(D('1.200').normalize(), D('100').normalize(), D('0.00').normalize(), D('1.23').adjusted(), D('1.25').as_integer_ratio(), D('5').compare(D('7')), D('1.5').max(2), D(-3).copy_sign(D(1)), D('1e3').logb(), D(3).scaleb(2), D('12345').shift(2), D('12345').rotate(-2), D('1.5').to_integral_value(), D('2.5').to_integral_exact(ROUND_UP), D(1).next_plus(), D(1).next_minus(), D('1').next_toward(2), D('1.0').compare_total(D('1')), D('1.10').same_quantum(D('2.22')), D(5).number_class(), D('101').logical_and(D('110')), D('101').logical_invert(), D(2).fma(3, 4), D.from_float(0.5))
print(sum([D('0.1')] * 10), D('0.1') * 3, D('1.10') * D('2.2'), D('1e500') * D('1e500'), bool(D(0)), bool(D('0.1')), float(D('1.5')), complex(D(2)), str(D('1E+2')), repr(D('-0.0')), -D(0), +D('-0'), D('1') - D('1.0'))
t(lambda: D('1e999999') * 10); t(setattr, getcontext(), 'prec', 0); t(setattr, getcontext(), 'rounding', 'x'); print(ExtendedContext.divide(D(1), D(3)), BasicContext.add(D(1), 2), Context(prec=4).create_decimal('1.23456'), getcontext().power(2, 3)); t(Context(prec=2).sqrt, D(2))
s = D(0)
for i in range(1, 30): s += D(1) / D(i) ** 2
print(s, (s * 6).sqrt())
