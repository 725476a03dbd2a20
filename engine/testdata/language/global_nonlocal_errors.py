# global and nonlocal: what the compiler refuses, and what they do where it does not.
cases = r"""
def f():\n x = 1\n global x
def f():\n print(x)\n global x
def f():\n x: int\n global x
def f(x):\n global x
def f(x):\n nonlocal x
def f():\n nonlocal x
nonlocal x
x = 1\nglobal x
print(x)\nglobal x
def f():\n x = 1\n def g():\n  nonlocal x\n  global x
def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x
def f():\n x = 1\n def g():\n  print(x)\n  nonlocal x
def f():\n x = 1\n def g():\n  nonlocal x\n  x: int = 3
def f():\n global x\n x: int = 3
def f():\n global x\n def g():\n  nonlocal x
class C:\n nonlocal x
def f():\n x = 1\n class C:\n  nonlocal x\n  x = 2
def f():\n global x, y, x\n del x
def f():\n global x\n for x in y: pass
def f():\n global x\n import x
def f():\n for x in y: pass\n global x
def f():\n import x\n global x
def f():\n with a as x: pass\n global x
def f():\n try: pass\n except E as x: pass\n global x
def f():\n def x(): pass\n global x
def f():\n class x: pass\n global x
def f():\n lambda: x\n global x
def f():\n [x for x in y]\n global x
def f():\n [x for z in y]\n global x
def f():\n (x := 1)\n global x
def f():\n [(x := i) for i in y]\n global x
def f(*x, **y):\n global y
def f():\n nonlocal __class__
class C:\n def f(self):\n  nonlocal __class__
global x, (y)
global
nonlocal x,
global x.y
class C:\n x = 1\n global x
class C:\n x = 1\n def f(self):\n  nonlocal x
def f():\n def g():\n  nonlocal h\n h = 1
"""
for case in cases.strip().splitlines():
    text = case.replace("\\n", "\n")
    try:
        compile(text, "t", "exec")
        print("fine:", repr(text))
    except SyntaxError as error:
        print(repr(text), "->", error.msg, error.lineno, error.offset, error.end_offset)


def outer():
    n = 0

    class Inner:
        nonlocal n
        n = 5
        m = n
        global shared
        shared = "by a class"

    def bump():
        nonlocal n
        n += 1
        return n

    def forget():
        nonlocal n
        del n

    print(Inner.m, "n" in vars(Inner), bump(), n)
    forget()
    try:
        bump()
    except NameError as error:
        print(type(error).__name__, error)
    try:
        n
    except NameError as error:
        print(type(error).__name__, error)


outer()
print(shared)


def makes():
    global made, Made, made_by_for, sys_alias, handle

    def made():
        return "made"

    class Made:
        pass

    for made_by_for in range(3):
        pass
    import sys as sys_alias
    try:
        1 / 0
    except ZeroDivisionError as handle:
        print(handle)
    return "handle" in globals()


print(makes(), made(), made.__qualname__, Made.__qualname__, made_by_for, sys_alias.__name__)
