# throw: classes, instances, values, tracebacks, wrong arguments.
def catcher():
    while True:
        try:
            yield "ready"
        except BaseException as error:
            print(" caught", repr(error), error.__traceback__.tb_next is None)
            if isinstance(error, GeneratorExit):
                return


g = catcher()
next(g)
g.throw(ValueError)
g.throw(ValueError, "text")
g.throw(ValueError, ("a", "b"))
g.throw(ValueError, ValueError("instance"))
g.throw(ValueError("alone"))
g.throw(KeyError, None)
try:
    1 / 0
except ZeroDivisionError as error:
    g.throw(ZeroDivisionError, error, error.__traceback__)
for args in ((5,), ("text",), (int,), (ValueError("x"), "value"), (ValueError, "v", 5), ()):
    try:
        g.throw(*args)
    except TypeError as error:
        print(type(error).__name__, error)
try:
    print(g.throw(GeneratorExit))
except StopIteration as error:
    print("ended", error.value)


def translate():
    try:
        yield
    except ValueError as error:
        raise RuntimeError("translated") from error


t = translate()
next(t)
try:
    t.throw(ValueError("original"))
except RuntimeError as error:
    print(error, repr(error.__cause__))
def plain():
    yield
p = plain()
next(p)
try:
    p.throw(OSError("not caught"))
except OSError as error:
    print(error, error.__context__)
try:
    raise KeyError("handled outside")
except KeyError:
    p = plain()
    next(p)
    try:
        p.throw(OSError("inside handler"))
    except OSError as error:
        print(error, repr(error.__context__))
