# Coroutines driven by hand: send, throw, close, what may be awaited, and what is refused.
import types
import warnings

warnings.simplefilter("ignore")


class Wait:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        try:
            got = yield self.name
            return f"{self.name} got {got}"
        finally:
            print("  leaves", self.name)


def attempt(text, action):
    try:
        print(text, "->", action())
    except BaseException as error:
        print(text, "->", type(error).__name__, error)


async def simple():
    return await Wait("a"), await Wait("b")


async def stubborn():
    try:
        await Wait("s")
    except GeneratorExit:
        await Wait("more")


async def catches():
    try:
        await Wait("c")
    except ValueError as error:
        print("  caught", error)
        return "after " + await Wait("d")


c = simple()
attempt("send too early", lambda: c.send(1))
attempt("start", lambda: c.send(None))
attempt("send", lambda: c.send("x"))
attempt("end", lambda: c.send("y"))
attempt("again", lambda: c.send(None))
attempt("throw after the end", lambda: c.throw(ValueError))
attempt("close after the end", c.close)
attempt("await after the end", lambda: next(c.__await__()))
c = simple()
attempt("close unstarted", c.close)
attempt("send after close", lambda: c.send(None))
c = simple()
attempt("throw into unstarted", lambda: c.throw(KeyError("k")))
c = catches()
c.send(None)
attempt("throw", lambda: c.throw(ValueError("v")))
attempt("finish", lambda: c.send("e"))
c = stubborn()
c.send(None)
attempt("close ignored", c.close)
c = simple()
c.send(None)
attempt("close", c.close)
attempt("iterate", lambda: list(simple()))
attempt("next", lambda: next(simple()))
attempt("for", lambda: [x for x in simple()])
c = simple()
attempt("wrapper", lambda: (type(c.__await__()).__name__, next(c.__await__())))
attempt("awaited twice at a time", lambda: awaits(c).send(None))


async def awaits(what):
    return await what


for what in (5, [1], (x for x in "a"), types.SimpleNamespace(__await__=lambda: iter("x")), None, simple):
    attempt(f"await {type(what).__name__}", lambda: awaits(what).send(None))


class BadAwait:
    def __init__(self, answer):
        self.answer = answer

    def __await__(self):
        return self.answer


for answer in (5, "text", iter("ab"), simple(), [1], None, simple().__await__()):
    attempt(f"__await__ answers {type(answer).__name__}", lambda: awaits(BadAwait(answer)).send(None))


@types.coroutine
def old():
    got = yield "from a generator"
    return got


attempt("types.coroutine", lambda: awaits(old()).send(None))


async def stops(kind):
    raise kind("stop")


for kind in (StopIteration, StopAsyncIteration, GeneratorExit):
    attempt(f"raises {kind.__name__}", lambda: stops(kind).send(None))


async def itself():
    me.send(None)


me = itself()
attempt("runs itself", lambda: me.send(None))
c = simple()
attempt("attributes", lambda: (c.cr_running, c.cr_await, c.cr_frame.f_lineno - simple.__code__.co_firstlineno, c.cr_code is simple.__code__, c.cr_origin))
c.send(None)
attempt("suspended", lambda: (c.cr_running, type(c.cr_await).__name__, c.cr_frame.f_lineno - simple.__code__.co_firstlineno))
c.close()
attempt("closed", lambda: (c.cr_frame, c.cr_await, c.cr_running))
attempt("not a generator", lambda: c.gi_frame)
attempt("new", lambda: type(c)())
attempt("throw wrong", lambda: simple().throw(5))
attempt("throw class and value", lambda: simple().throw(ValueError, "v"))
attempt("throw instance and value", lambda: simple().throw(ValueError("a"), "v"))
