"""Functions of integers for module decimal: rounding, roots, exponentials and logarithms to any number of digits."""
import math


def ndigits(n):
    """The number of decimal digits of n >= 0; 1 for 0."""
    if n < 10 ** 15:
        return len(str(n))
    d = int(n.bit_length() * 0.30102999566398120) + 1
    return d if 10 ** (d - 1) <= n else d - 1 if 10 ** (d - 2) <= n else d - 2


def round_half(coeff, drop, mode, negative):
    """coeff / 10**drop rounded to an integer, and whether something was lost."""
    if drop <= 0:
        return coeff * 10 ** -drop, False
    unit = 10 ** drop
    q, r = divmod(coeff, unit)
    if not r:
        return q, False
    if mode == "ROUND_HALF_EVEN":
        up = 2 * r > unit or 2 * r == unit and q & 1
    elif mode == "ROUND_HALF_UP":
        up = 2 * r >= unit
    elif mode == "ROUND_HALF_DOWN":
        up = 2 * r > unit
    elif mode == "ROUND_DOWN":
        up = False
    elif mode == "ROUND_UP":
        up = True
    elif mode == "ROUND_CEILING":
        up = not negative
    elif mode == "ROUND_FLOOR":
        up = negative
    else:  # ROUND_05UP
        up = q % 5 == 0
    return (q + 1 if up else q), True


_ln10 = [0, 0]  # digits, value


def ln10(p):
    """ln(10) * 10**p."""
    if _ln10[0] < p + 5:
        q = p + 20
        # ln 10 = 10 atanh(1/9)·... by Machin-like sums: 46 atanh(1/31) + 34 atanh(1/49) + 20 atanh(1/161)
        one = 10 ** (q + 5)
        total = 46 * _atanh_inverse(31, one) + 34 * _atanh_inverse(49, one) + 20 * _atanh_inverse(161, one)
        _ln10[:] = [q, total // 10 ** 5]
    return _ln10[1] // 10 ** (_ln10[0] - p)


def _atanh_inverse(x, one):
    """atanh(1/x) * one."""
    total = term = one // x
    square, k = x * x, 3
    while term:
        term //= square
        total += term // k
        k += 2
    return total


def ln(coeff, exp, p):
    """ln(coeff * 10**exp) * 10**p, off by a few units."""
    q = p + 10 + len(str(abs(exp) + ndigits(coeff)))
    size = ndigits(coeff)
    # coeff * 10**exp = m * 10**e with 0.1 <= m < 1.
    e = exp + size
    one = 10 ** q
    m = coeff * one // 10 ** size if size <= q else coeff // 10 ** (size - q)
    # Square roots bring m near 1: ln m = 2**k ln(m ** (1/2**k)).
    extra = 10 ** 10
    m, one = m * extra, one * extra
    k = 0
    while abs(m - one) * 64 > one:
        m = math.isqrt(m * one)
        k += 1
    y = abs(m - one) * one // (m + one)
    total, term, square, j = y, y, y * y // one, 3
    while term:
        term = term * square // one
        total += term // j
        j += 2
    if m < one:
        total = -total
    return (2 * total << k) // (one // 10 ** p) + e * ln10(p + 10) // 10 ** 10


def exp(coeff, exponent, negative, p):
    """(n, e): exp(±coeff * 10**exponent) is about n * 10**e, n with p digits or one more."""
    q = p + 10 + max(0, exponent + ndigits(coeff))
    x = coeff * 10 ** (q + exponent) if q + exponent >= 0 else coeff // 10 ** -(q + exponent)
    if negative:
        x = -x
    e, r = divmod(x, ln10(q))
    # e**(r / 10**q), with r below ln 10: halved k times, then squared as often.
    k, one = 12, 10 ** (q + 12)
    r = r * 10 ** 12 >> k
    total = term = one
    i = 1
    while term:
        term = term * r // (one * i)
        total += term
        i += 1
    for _ in range(k):
        total = total * total // one
    return total // 10 ** (q + 12 - p + 1), e - p + 1
