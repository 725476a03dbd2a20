"""functools.partial: how it nests, prints, is copied and called; partialmethod beside it."""

import copy
import pickle
from functools import partial, partialmethod, reduce


def show(*args, **kwargs):
    return args, kwargs


first = partial(show, 1, a=1)
second = partial(first, 2, a=2, b=3)
print(second.func is show, second.args, second.keywords, second(3, b=4, c=5))
print(first.keywords, second.func.__name__)
print(repr(partial(print, 1, sep="-")), repr(partial(int)), repr(partial(sorted, key=len, reverse=True)))
second.keywords["z"] = 9
print(second(), first())


class Named(partial):
    pass


own = Named(first, 5)
own.note = "kept"
print(type(own).__name__, own.args, own.note, own.__dict__, repr(Named(int, 1)).split(".")[-1])
print(own.func is first, partial(own, 6).args)
tagged = partial(show, 0)
tagged.tag = "x"
print(partial(tagged, 1).args, partial(tagged, 1).func is tagged, tagged.tag)
clone = pickle.loads(pickle.dumps(partial(int, base=2)))
print(clone, clone("101"), copy.copy(tagged).tag, copy.deepcopy(partial(max, [1]))([0]))
loop = partial(show)
loop.__setstate__((show, (loop,), {}, {}))
print(repr(loop).replace(repr(show), "show"))

for attempt in (
    lambda: partial(),
    lambda: partial(5),
    lambda: partial(func=5),
    lambda: loop.__setstate__((1, (), {}, {})),
    lambda: loop.__setstate__((show, (), {})),
    lambda: partial(int, 1).__setstate__(None),
    lambda: setattr(partial(int), "func", 3),
    lambda: delattr(partial(int), "args"),
    lambda: partial(int).nothing,
    lambda: partial(int, base=2)(5),
):
    try:
        attempt()
        print("no error")
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, *more, **named):
        self.alive = state, more, named
        return self

    on = partialmethod(set_state, True)
    off = partialmethod(set_state, False, why="end")
    nested = partialmethod(on, 7, why="nest")
    static = partialmethod(staticmethod(show), 1)
    klass = partialmethod(classmethod(show), 2)
    built_in = partial(show, "not bound")
    keyword_self = partialmethod(show, self="x")


c = Cell()
print(c.on().alive, c.off(1).alive, c.nested(8, k=1).alive)
print(c.static(5), c.klass(5)[0][1:], Cell.klass(5)[0][0] is Cell, c.built_in(3))
print(Cell.__dict__["on"], type(Cell.on).__name__, Cell.on(c, 3).alive)
print(c.on.__self__ is c, c.on.func.__name__)
try:
    partialmethod(5)
except TypeError as error:
    print(error)

print(reduce(lambda a, b: a - b, [10, 3, 2]), reduce(show, [], "start"), reduce(show, ["only"]), reduce(max, iter("hello"), "a"))
for attempt in (lambda: reduce(max, []), lambda: reduce(max, 5), lambda: reduce(max), lambda: reduce(5, [1, 2])):
    try:
        attempt()
    except TypeError as error:
        print(error)
