# __del__: when the last reference goes, at the end of a function, by rebinding, in containers, at exit.
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


a = Loud("a")
a = Loud("second a")
print("rebound")
b = a
del a
print("one name left")
del b
print("none left")


def local():
    thing = Loud("local")
    return "result"


print(local())
items = [Loud("item 0"), Loud("item 1")]
items.pop(0)
print("popped")
items.clear()
print("cleared")
d = {"k": Loud("value")}
d["k"] = None
print("replaced")
Loud("temporary")
print("after temporary")


class Broken:
    def __del__(self):
        raise ValueError("in del")


try:
    Loud("in expression").missing
except AttributeError as error:
    print(error)


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


for value in generator():
    print(value)
    break
print("after break")
g = generator()
next(g)
g = None
print("after g")
last = Loud("global at exit")
