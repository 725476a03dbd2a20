# Starred targets and nested unpacking: results, and what the errors say.
a, *b, c = range(5)
print(a, b, c)
*a, = "xyz"
print(a)
(a, (b, *c)), d = (1, "234"), [5]
print(a, b, c, d)
[a, [b, c]] = 1, {2: 0, 3: 0}
print(a, b, c)
for i, *rest in [(1,), (2, 3, 4)]:
    print(i, rest)
x = [0, 1, 2]
i = 0
i, x[i] = 2, "i was assigned first"
print(i, x)
*x[0:2], y = "pqr"
print(x, y)


def attempt(text):
    try:
        exec(text, {"gen": gen, "Odd": Odd})
    except Exception as error:
        print(f"{text:32} {type(error).__name__}: {error}")
    except SyntaxError as error:
        print(text, error.msg)


def gen():
    yield 1
    raise KeyError("inside")


class Odd:
    def __getitem__(self, index):
        if index < 2:
            return index
        raise IndexError


for text in ("a, b = 1", "a, b = None", "a, b = []", "a, b = [1]", "a, b = 1, 2, 3", "a, b = '123'", "a, *b, c = [1]",
             "*a, b = ()", "a, b, *c = {1}", "(a, b), c = 1, 2", "(a, b), c = (1,), 2", "[] = [1]", "() = 5", "[] = ()",
             "a, b = gen()", "a, *b = gen()", "a, b = Odd(); print(a, b)", "a, b, c = Odd()", "*a, b = Odd(); print(a, b)",
             "for a, b in [1]: pass", "for a, b in [(1, 2, 3)]: pass", "[0 for a, b in [(1,)]]", "a, b = {}.items()",
             "a, b = dict(x=1, y=2); print(a, b)", "a, b = int", "a, b = range(10**10)", "a = b, c = 1, 2; print(a, b, c)",
             "*a, *b = 1", "*a = 1", "a, b += 1", "f() = 1", "a + 1 = 2", "None = 1", "(a, 1) = 2", "del f()", "del *a, b"):
    attempt(text)
