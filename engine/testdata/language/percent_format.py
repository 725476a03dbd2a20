# The % operator of str and bytes: conversions, flags, mappings, errors.
print("%d %5d|%-5d|%05d|%+d|% d|%x|%#x|%X|%#X|%o|%#o|%i|%u" % (42, 42, 42, 42, 42, 42, 255, 255, 255, 255, 8, 8, 7, 9))
print("%s|%10s|%-10s|%.2s|%10.1s|%r|%a|%c|%c|%%" % ("str", "right", "left", "cut", "both", "é", "é", 65, "é"))
print("%*d|%-*d|%.*f|%*.*f" % (6, 42, 6, 42, 2, 3.14159, 8, 3, 2.71828), "%s" % None, "%s" % [1, 2], "%s %s" % ("a", (1, 2)), "%s" % ("one",), "%d%%" % 50)
print("%(name)s is %(age)d, %(name)r" % {"name": "Zoë", "age": 30, "extra": 1}, "no args" % {}, "no args" % [], "%s" % {"a": 1}, "%(a)s%(a)s" % {"a": 1})
for text, args in (("%d", "x"), ("%d", None), ("%d", ()), ("%d %d", (1,)), ("%d", (1, 2)), ("%x", 1.5), ("%c", "ab"), ("%c", 0x110000), ("%c", -1), ("%q", 1), ("%", 1), ("%(a", {"a": 1}), ("%(a)s", (1,)), ("%(b)s", {"a": 1}), ("%.x", 1), ("%*d", ("a", 1)), ("%s", ()), ("no", 5), ("no", (1,)), ("%f", "1.5"), ("%d", "5"), ("%s %(a)s", {"a": 1}), ("%z", ()), ("%10", 5), ("%i", 1j), ("%.2147483648f", 1.0), ("%c", 1.5), ("%x", "a"), ("%e", None)):
    try:
        print(repr(text), repr(text % args))
    except Exception as error:
        print(repr(text), type(error).__name__, error)
print(b"%d %s %b %r %a %c %c %x %5.1f|%-5s|%%" % (1, b"bytes", b"b", "é", "é", 65, b"Z", 255, 2.25, b"l"), b"%(k)s" % {b"k": b"v"}, bytearray(b"%d") % 5, b"%s" % memoryview(b"mv"))
for text, args in ((b"%s", "str"), (b"%b", 5), (b"%d", b"1"), (b"%c", 256), (b"%c", b"ab"), (b"%q", 1), (b"%d", ()), (b"x", 1)):
    try:
        print(text % args)
    except Exception as error:
        print(text, type(error).__name__, error)
class Both:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __int__(self): return 7
    def __index__(self): return 8
    def __float__(self): return 9.5
b = Both()
print("%s %r %a %d %x %f %.1f %i %c" % (b, b, b, b, b, b, b, b, b), "%5s|%-5r|" % (b, b))
