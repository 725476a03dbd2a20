# When generators end: del, rebinding, break, exceptions, abandoned consumers, nested with statements.
from contextlib import contextmanager


@contextmanager
def resource(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


def reader(name):
    with resource(name):
        yield 1
        yield 2
        yield 3


def first(iterable):
    for item in iterable:
        return item


print(first(reader("returned out of")))
for value in reader("broken out of"):
    break
print("after break")
try:
    for value in reader("raised out of"):
        raise ValueError("stop")
except ValueError:
    print("caught")
g = reader("deleted")
next(g)
del g
print("after del")
h = reader("rebound")
next(h)
h = reader("never started")
h = None
print("zip:", list(zip(reader("zipped"), "a")))
print("any:", any(reader("any")))
a, *_ = reader("unpacked")
try:
    a, b = reader("too many")
except ValueError as error:
    print(error)
it = map(str, reader("mapped"))
print(next(it))
it = None
def chain():
    yield from reader("delegated")
c = chain()
next(c)
c.close()
print(2 in reader("contains"))
x = next(reader("temporary"))
print("end", x)
