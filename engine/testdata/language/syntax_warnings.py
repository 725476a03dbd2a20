# SyntaxWarnings come before the program runs; DeprecationWarnings of the compiler are not shown.
import warnings

print("running")
x = 5
path = "C:\new\dir\q"
if x is 5:
    print("is five")
if x is not "text":
    print("is not text")
if () is not x or -1 is x or None is x or True is x or ... is x:
    print("several")
try:
    [1, 2] (3)
except TypeError as error:
    print(error)
try:
    [(1, 2) [0, 1], "a" [None], 5 [0], {1} [0], f"{x}" ["y"]]
except TypeError as error:
    print(error)
assert (x, "always true")
number = 1if x else 2
print(number, path)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    compile("'\\d'\nx is 1\n0x1for y in z", "<case>", "exec")
    for w in caught:
        print(w.category.__name__, w.message, w.lineno, w.filename)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for source in ("'\\d'", "x is 1", "assert (1, 2)", "b'\\8'", "'\\400'"):
        try:
            compile(source, "<case>", "exec")
        except SyntaxError as error:
            print("SyntaxError", error.msg, error.lineno, error.offset)
