# yield from: values, sends, throws and the return value pass through two levels.
def leaf(name):
    received = []
    while True:
        try:
            value = yield f"{name}{len(received)}"
        except KeyError as error:
            print("leaf caught", repr(error))
            received.append("key")
            continue
        if value is None:
            break
        received.append(value)
    return received


def middle():
    first = yield from leaf("a")
    print("first:", first)
    second = yield from leaf("b")
    return first + second


def top():
    result = yield from middle()
    print("result:", result)
    yield "last"
    yield from "xy"
    yield from range(2)
    return "done"


g = top()
print(next(g))
print(g.send(1))
print(g.throw(KeyError("k")))
print(g.send(2))
print(g.send(None))
print(g.send(3))
print(next(g))
for value in g:
    print("for:", value)
try:
    next(g)
except StopIteration as stop:
    print("after the end:", stop.value)


def outer():
    try:
        yield from inner()
    except ValueError as error:
        print("outer caught", error)
        yield "recovered"


def inner():
    yield 1
    raise ValueError("from inner")


print(list(outer()))


def counts(n):
    if n:
        yield n
        yield from counts(n - 1)


print(list(counts(30)) == list(range(30, 0, -1)))
