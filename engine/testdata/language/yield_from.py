# yield from: delegation of send, throw and close, return values, to iterators without those methods.
def inner(name):
    try:
        while True:
            got = yield name
            print(name, "got", got)
            if got == "stop":
                return name + " result"
    except KeyError as error:
        print(name, "caught", error)
        yield "recovered"
        return "after recovery"
    finally:
        print(name, "finally")


def outer():
    first = yield from inner("one")
    print("first:", first)
    second = yield from inner("two")
    print("second:", second)
    third = yield from [10, 20]
    print("third:", third)
    return (yield from iter("ab"))


g = outer()
print(next(g), g.send(5), g.send("stop"), g.throw(KeyError("k")), next(g), next(g))
try:
    g.send("to a list iterator")
except AttributeError as error:
    print(error)
g = outer()
next(g)
print(g.gi_yieldfrom.gi_code.co_name)
g.close()
g = outer()
next(g)
try:
    g.throw(ZeroDivisionError("through"))
except ZeroDivisionError as error:
    print(error)


class Custom:
    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def send(self, value):
        return ("sent", value)

    def throw(self, *args):
        return ("thrown", args)

    def close(self):
        print("custom close")


def delegate():
    yield from Custom()


d = delegate()
print(next(d), d.send(1), d.send(None), d.throw(ValueError("x")))
d.close()
def wrong():
    yield from 5
try:
    next(wrong())
except TypeError as error:
    print(error)
def returned():
    return (yield from range(0))
print(list(returned()))
