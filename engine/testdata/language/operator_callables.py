"""attrgetter, itemgetter, methodcaller and the odd functions of operator."""

import copy
import operator
import pickle
from operator import attrgetter, itemgetter, methodcaller


class A:
    def __init__(self, name):
        self.name = name
        self.inner = self

    def hello(self, *args, **kw):
        return self.name, args, kw


a = A("x")
print(attrgetter("name")(a), attrgetter("inner.inner.name", "name")(a), itemgetter(1)("abc"), itemgetter(0, -1)([1, 2, 3]), itemgetter(slice(1, None))("abc"), itemgetter("k")({"k": 1}))
print(methodcaller("hello")(a), methodcaller("hello", 1, k=2)(a), methodcaller("upper")("q"))
print(attrgetter("a.b", "c"), itemgetter(1), itemgetter(1, "x"), methodcaller("f", 1, k="v"), methodcaller("f"))
for text in ("attrgetter()", "attrgetter(5)", "attrgetter('a', 5)", "attrgetter('x')(5)", "attrgetter('name.y')(a)", "attrgetter('name')()", "attrgetter('name')(a, a)", "itemgetter()", "itemgetter(1)(5)", "itemgetter(9)('a')", "itemgetter(1)()", "itemgetter(1)(1, 2)",
             "itemgetter('k')([1])", "methodcaller()", "methodcaller(5)", "methodcaller('f')(a)", "methodcaller('f')()", "methodcaller('upper')('a', 'b')", "methodcaller(name='x')", "itemgetter(1, k=2)", "attrgetter('a', k=2)",
             "operator.index(1.5)", "operator.concat(1, 2)", "operator.concat([1], (2,))", "operator.countOf([1, 1.0, True, 2], 1)", "operator.indexOf([1, 2], 3)", "operator.indexOf('abc', 'c')", "operator.countOf(5, 1)", "operator.length_hint(5)", "operator.length_hint([1, 2])",
             "operator.length_hint(iter([1, 2, 3]))", "operator.length_hint(5, 'x')", "operator.length_hint(a, 7)", "operator.truth([])", "operator.is_not(1, 2)", "operator.not_(0)", "operator.iconcat([1], [2])", "operator.iadd('a', 'b')", "operator.matmul(1, 2)", "operator.contains([1], 1)",
             "operator.setitem((1,), 0, 2)", "operator.delitem([1], 5)", "operator.getitem({}, 1)", "operator.pos('a')", "operator.invert(1.5)", "operator.lshift(1, -1)", "operator.call(max, 1, 2)", "operator.add(1)", "operator.add(1, 2, 3)", "operator.lt(1, 'a')", "operator.__add__(1, 2)", "operator.abs(-3)", "operator.ipow(2, 3)", "operator.xor({1}, {2})", "operator.contains(5, 5)"):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
print([pickle.loads(pickle.dumps(x)) for x in (attrgetter("a.b", "c"), itemgetter(1, 2), methodcaller("f", 1), methodcaller("f", 1, k=2))], copy.copy(itemgetter(3)), copy.deepcopy(methodcaller("upper"))("x"))
print(attrgetter("a").__reduce__(), itemgetter(1).__reduce__(), methodcaller("f", 1).__reduce__(), methodcaller("f", 1, k=1).__reduce__()[0])


class Hint:
    def __init__(self, value):
        self.value = value

    def __length_hint__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


for value in (3, -1, "x", NotImplemented, TypeError("t"), ValueError("v"), True):
    try:
        print(operator.length_hint(Hint(value), 9), end=" ")
    except Exception as error:
        print(type(error).__name__, error)
print()
items = [1, 2, 3]
operator.setitem(items, 0, 9)
operator.delitem(items, slice(1, 2))
print(items, operator.iadd(items, (4,)) is items, sorted(["b2", "a1"], key=itemgetter(1)), sorted([A("q"), A("b")], key=attrgetter("name"))[0].name, attrgetter.__name__, operator.itemgetter.__module__, len(operator.__all__))
