# int() and float() of text: signs, underscores, whitespace, digits of other scripts, bases, and the error texts.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


for s in (" 12\n", "+7", "- 7", "1_000", "_1", "1_", "1__0", "", " ", "٣٤", "１２", "²", "0x10", "1e3", "12a", "\x0012", "12\x00", "9" * 30, b"42", b"4_2", b"4\xb2",
          bytearray(b" 5 "), "-0", "0_7", "007", "\u3000 8\u2003", "1.0", None, [], 3.99, -3.99, "1" * 5 + "\udc80"):
    t(int, s)
for s, base in (("ff", 16), ("0xFF", 16), ("0xff", 0), ("0b101", 0), ("0o17", 0), ("017", 0), ("0", 0), ("00", 0), ("zz", 36), ("2", 2), ("1", 1), ("1", 37), ("10", -2),
                ("0x", 16), ("0_xf", 0), ("0x_f", 0), ("0b2", 2), ("b1", 16), ("0b1", 16), ("٣", 8), (b"7f", 16), (10, 10), ("1" * 3, 2**70), ("9", True), ("-0b11", 2), ("+0XA", 16)):
    t(int, s, base)
t(int, base=10)
t(int, "5", base=7.0)
t(int, x="5")
t(int, "1", 2, 3)
for s in ("1.5", " -1.e2 ", ".5", ".", "1_0.5_0", "1_.5", "1._5", "1e", "1e+5", "e5", "inf", "-Infinity", "+nan", "infin", "nan(1)", "0x1p3", "١٫٥", "١.٥", "1e400", "-1e400", "1e-400", "",
          "1 2", "1\x00", b"2.5", b"\xb2", bytearray(b"1e1"), None, "1" * 400, "  ", "1d5", "1,5", "∞"):
    t(float, s)
t(float, "1", "2")
t(float, 10**400)
t(float, 2**1024 - 2**970)
t(float, 2**1024 - 2**969)
t(float, x=1)
t(lambda: int(float("inf")))
t(lambda: int(float("nan")))
t(lambda: int("1" * 4301))
t(lambda: str(10**4300))
t(lambda: len(str(10**4299)))
t(lambda: len(hex(10**4400)))
t(lambda: int(2.0**70), )
t(lambda: float(2**53 + 1))
t(lambda: 2**53 == float(2**53 + 1))
for s in ("1+2j", "j", "-j", " 1j ", "(1+2j)", "( 1j )", "1 + 2j", "1+2", "1e5-2.5e-3J", "nan+infj", "1+j", "+-1j", "1_0j", "", "()", "1j2", "1+2j\x00", "٣j"):
    t(complex, s)
t(complex, "1", 2)
t(complex, 1, "2")
t(complex, 1j, 1j)
t(complex, None)
t(complex, real=1, imag=2)
t(complex, b"1")
