# The with statement where something fails: lookup of the methods, entering, assigning, leaving, and what comes of it.
def attempt(name, action):
    try:
        print(name, "->", action())
    except BaseException as error:
        context = error.__context__
        print(name, "->", type(error).__name__, error, "| context:", repr(context))


class M:
    def __init__(self, name="m", enter=None, leave=None, answer=None):
        self.name, self.enter, self.leave, self.answer = name, enter, leave, answer

    def __enter__(self):
        if self.enter:
            raise self.enter
        print("  enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("  exit", self.name, kind and kind.__name__, value, trace is not None)
        if self.leave:
            raise self.leave
        return self.answer


class NoExit:
    def __enter__(self):
        print("never entered")


class NoEnter:
    def __exit__(self, *details):
        pass


class OnInstance:
    def __init__(self):
        self.__enter__ = lambda: print("never")
        self.__exit__ = lambda *d: print("never")


class Descriptor:
    def __get__(self, instance, owner):
        print("  looked up on", type(instance).__name__)
        return lambda *details: None


class Looked:
    __enter__ = Descriptor()
    __exit__ = Descriptor()


class Attributes:
    def __enter__(self): ...
    @property
    def __exit__(self):
        raise AttributeError("from the property")


def use(*managers, target="x"):
    body = f"with {', '.join(f'm[{i}] as {target}' for i in range(len(managers)))}:\n    print('  body')"
    exec(body, {"m": managers})
    return "done"


for bad in (NoExit(), NoEnter(), OnInstance(), 5, None, M, Looked(), Attributes()):
    attempt(type(bad).__name__, lambda: use(bad))
attempt("enter fails", lambda: use(M("outer"), M("inner", enter=KeyError("e"))))
attempt("enter fails, outer swallows", lambda: use(M("outer", answer=True), M("inner", enter=KeyError("e"))))
attempt("target fails", lambda: use(M(), target="missing.attribute"))
attempt("target does not unpack", lambda: use(M(), target="(a, b)"))
attempt("exit fails", lambda: use(M(leave=ValueError("l"))))
attempt("exit fails after exit failed", lambda: use(M("a", leave=ValueError("1")), M("b", leave=TypeError("2"))))


def flow(kind, answer=None):
    for i in range(3):
        with M(f"{kind} {i}", answer=answer):
            if kind == "return":
                return i
            if kind == "break":
                break
            if kind == "continue":
                continue
            if kind == "raise":
                raise OSError(i)
            if kind == "exit":
                raise SystemExit(i)
    return "end of the function", i


for kind in ("return", "break", "continue"):
    attempt(kind, lambda: flow(kind, answer=True))
attempt("raise", lambda: flow("raise"))
attempt("raise, swallowed", lambda: flow("raise", [0]))
attempt("raise, empty answer", lambda: flow("raise", []))
attempt("exit", lambda: flow("exit", 0))


class Truth:
    def __bool__(self):
        raise RuntimeError("no truth")


attempt("answer without truth", lambda: flow("raise", Truth()))


class Reraises(M):
    def __exit__(self, kind, value, trace):
        raise value


class Replaces(M):
    def __exit__(self, kind, value, trace):
        raise LookupError("other") from value


def inside(manager):
    with manager:
        raise ZeroDivisionError("zero")


attempt("raised again", lambda: inside(Reraises()))
attempt("replaced", lambda: inside(Replaces()))


def generator():
    with M("generator", answer=True):
        yield 1
        yield 2
    yield "after"


g = generator()
print(next(g), g.throw(ValueError("thrown")), list(g))
g = generator()
next(g)
attempt("close, swallowed", g.close)
with (M("p1"), M("p2") as two, (M("p3"))):
    print(two.name)
