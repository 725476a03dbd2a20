# What exceptions carry: args, attributes of OSError, KeyError's text, StopIteration.value, SystemExit.code and others.
print(OSError(2, "no file"), OSError(2, "no file", "name.txt"), OSError(2, "x", "a", None, "b"), OSError("only"), OSError())
e = OSError(13, "denied", "f.txt")
print(type(e).__name__, e.errno, e.strerror, e.filename, e.args, e.filename2)
print(type(OSError(2, "")).__name__, type(OSError(17, "")).__name__, type(OSError(110, "")).__name__, type(OSError(32, "")).__name__, type(OSError(9999, "")).__name__)
print(KeyError("k"), KeyError("a", "b"), KeyError(), str(KeyError(None)), repr(KeyError("k")))
print(repr(ValueError()), repr(ValueError("a")), repr(ValueError("a", 1)), str(ValueError("a", 1)), str(ValueError(["x"])), str(ValueError()) == "")
print(StopIteration(5).value, StopIteration().value, StopIteration(1, 2).value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
n = NameError("text", name="nm")
a = AttributeError("text", name="at", obj=5)
i = ImportError("text", name="mod", path="/p")
print(n.name, a.name, a.obj, i.name, i.path, i.msg, NameError("x").name)
s = SyntaxError("bad", ("file.py", 3, 7, "some text\n", 3, 9))
print(s, s.msg, s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset, s.args)
print(SyntaxError("alone"), SyntaxError("m", ("f", 1, 2, "t")), SyntaxError().msg)
u = UnicodeDecodeError("utf-8", b"a\xffb", 1, 2, "invalid start byte")
print(u, u.encoding, u.object, u.start, u.end, u.reason)
print(UnicodeEncodeError("ascii", "aéb", 1, 2, "bad"), UnicodeEncodeError("ascii", "aéèb", 1, 3, "bad"), UnicodeTranslateError("aé", 1, 2, "r"))
for make in (lambda: UnicodeDecodeError("x"), lambda: SyntaxError("m", (1,)), lambda: ImportError("x", nme=1), lambda: ValueError(a=1), lambda: NameError(nam=1)):
    try:
        print(repr(make()))
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
v = ValueError("x")
v.args = ("y", 2)
v.custom = 1
print(v, v.args, v.__dict__, v.with_traceback(None) is v)
for name, value in (("args", 5), ("__traceback__", 5), ("__cause__", 5), ("__context__", 5), ("__suppress_context__", 1)):
    try:
        setattr(v, name, value)
        print("set", name)
    except TypeError as error:
        print(error)
try:
    v.add_note(3)
except TypeError as error:
    print(error)
v.add_note("n")
print(v.__notes__, BaseException(1) == BaseException(1), hash(v) == hash(v))
