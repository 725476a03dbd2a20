# isinstance() and issubclass() with what is no class: __bases__ and __class__ of objects, tuples in tuples, unions.
class Fake:
    def __init__(self, name, *bases):
        self.name, self.bases = name, bases

    @property
    def __bases__(self):
        return self.bases


class Lookalike:
    def __init__(self, kind):
        self.kind = kind

    @property
    def __class__(self):
        return self.kind


class NoTuple:
    __bases__ = [int]


class Raises:
    @property
    def __bases__(self):
        raise ValueError("no bases today")


def attempt(text):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


a = Fake("a")
b = Fake("b", a)
c = Fake("c", Fake("other"), b)
ring = Fake("ring")
ring.bases = ring, ring
deep = int
for _ in range(50):
    deep = (str, deep)
for text in ("issubclass(b, a)", "issubclass(c, a)", "issubclass(a, c)", "issubclass(c, (int, a))", "isinstance(Lookalike(c), a)", "isinstance(Lookalike(a), b)", "isinstance(Lookalike(int), int)",
             "isinstance(Lookalike(bool), int)", "type(Lookalike(int)) is int", "isinstance(Lookalike(5), int)", "isinstance(5, a)", "isinstance(5, NoTuple())", "isinstance(5, Raises())", "issubclass(int, Raises())",
             "issubclass(Raises(), int)", "issubclass(int, a)", "issubclass(a, int)", "issubclass(Fake('i', int), int)", "issubclass(5, int)", "issubclass(int, 5)", "issubclass(5, 5)", "isinstance(5, 5)", "isinstance(5, (str, 5))",
             "isinstance(5, (int, 5))", "isinstance(5, ())", "issubclass(int, ())", "isinstance(5, deep)", "issubclass(bool, deep)", "isinstance(5, [int])", "isinstance(5, int | str)", "issubclass(int, None | str)", "isinstance(None, None | str)",
             "isinstance(None, None)", "isinstance([], list[int])", "issubclass(list, list[int])", "isinstance(5, int | list[int])", "issubclass(ring, a)", "isinstance(5, 'int')", "isinstance(5, int, str)", "issubclass(int)", "isinstance(int, type)", "issubclass(type, object)"):
    attempt(text)
