# Stars: in displays, calls, subscripts, targets, returns, loops; the order of evaluation, and what is refused.
def say(x):
    print("say", x, end="; ")
    return x


class It:
    def __init__(self, *values):
        self.values = values

    def __iter__(self):
        print("iter", self.values, end="; ")
        return iter(self.values)


class Keys:
    def keys(self):
        print("keys", end="; ")
        return ["a", "b"]

    def __getitem__(self, key):
        print("item", key, end="; ")
        return key * 2


class Sub:
    def __getitem__(self, key):
        return key

    def __class_getitem__(cls, key):
        return "class", key


def f(*args, **keywords):
    return args, keywords


def attempt(text):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in ("[*It(1, 2), say(3), *It()]", "(*It(1),)", "{*It(1, 1), *[2]}", "{**Keys(), 'b': say(1)}", "{'a': say(0), **Keys()}", "f(*It(1), say(2), *It(3), k=say(4), **Keys())",
             "f(say(1), *It(2), x=say(3), *It(4))", "f(**Keys(), c=say(1), **{'d': 1})", "Sub()[*It(1), 2]", "Sub()[*'ab']", "Sub()[*()]", "Sub[*[1]]", "Sub()[1:2, *[3]]",
             "print(*'abc', sep='-')", "[*'ab', *{'k': 1}, *range(2)]", "{**{}, **{'x': 1}, 'x': 2}", "f(*[], **{})", "(lambda *a, k=1, **kw: (a, k, kw))(*'xy', **{'k': 2, 'z': 3})",
             "[*5]", "f(*5)", "f(*None, 1)", "f(**5)", "f(**{1: 2})", "{**5}", "{**[1]}", "f(**Keys(), **Keys())", "f(a=1, **{'a': 2})", "f(*1, **2)", "len(*[[1]], *[])", "f.missing(*say([1]))", "dict(**{'a b': 1})",
             "(lambda a: a)(*[1], a=2)", "(lambda a, /, **k: (a, k))(*[1], **{'a': 2})", "[*(x for x in 'ab')]", "(*(lambda: 'xy')(),)", "[*[1] * 2, *[3] or [4]]", "[*a] if (a := [1, 2]) else 0"):
    attempt(text)


def returns():
    return *It(1, 2), 3


def yields():
    yield *"ab", 1
    got = yield *[], *[2]
    x = *[1], *[2]
    yield x


print(returns(), list(yields()))
for x in *"ab", *[1]:
    print(x, end=" ")
x, = *[1],
first, *rest = *"ab", 3
[*whole] = It(7)
(a, *b), *c = "xyz", 1
print(x, first, rest, whole, a, b, c)
d = [0, 0]
*d[0], d[1] = 1, 2, 3
for i, *j in [(1, 2, 3), "ab", It(5)]:
    print(i, j, d)
lookup: dict = {}
*lookup["rest"], last = range(3)
print(lookup, [*lookup, last], t := (*[1],))
for bad in ("*a", "*a = 1", "x = *a", "(*a)", "[*a, *b] = 1", "*a, *b = 1", "print(*)", "f(**k, *a)", "f(**k, 1)", "f(*a, b=1, c)", "{*a: 1}", "{**a, b}", "{a, **b}", "[**a]", "(**a)", "del *a", "for *a in b: pass", "for *a, in b: pass",
            "return *a", "lambda *: 1", "lambda *, **k: 1", "def f(*, a=1, b): pass", "def f(*): pass", "def f(*a, *b): pass", "def f(a, /, b, /): pass", "def f(*a, /): pass", "def f(/): pass", "def f(**k, a): pass", "def f(**k, *a): pass",
            "[*a for a in b]", "{**a for a in b}", "(*a for a in b)", "f(*a for a in b)", "*a if b else c", "[*a if b else c]", "[*not a]", "[*a or b]", "[*a, *(b := c)]", "[*b := c]", "f(x for x in y, *a)", "a[*b:1]", "a[**b]", "x: *int", "def f(*a: *int): pass", "def f(a: *int): pass", "*(a, b), c = d", "f'{*a}'", "f'{*a,}'", "with a as *b: pass", "*a += 1", "(*a, b) += 1", "if *a: pass", "assert *a, b", "raise *a", "not *a", "*a.b, c = d", "*a(), b = c", "print(* a)", "f(**)", "* = 1"):
    try:
        compile(bad, "t", "exec")
        print("fine:", bad)
    except SyntaxError as error:
        print(repr(bad), "->", error.msg, error.offset, error.end_offset)
