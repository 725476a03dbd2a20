# Where tracebacks point: nested functions, expressions over several lines, comprehensions, lambdas, decorators, methods.
import traceback


def show(action):
    try:
        action()
    except Exception:
        text = traceback.format_exc()
        print(text.split("action()\n", 1)[-1].split("^^^^^^^^\n", 1)[-1] if "action()" in text else text)


def fail(*args, **keywords):
    raise ValueError("failed")


def several_lines():
    return (
        1
        + fail(
            1,
            2,
        )
        * 3
    )


def in_call():
    print("a",
          len("b"), fail(
              x=1),
          end="")


def chain():
    class C:
        def one(self): return self
        def two(self): return None
    return (C()
            .one()
            .two()
            .three())


def comprehension():
    return [
        x / y
        for x in (1, 2)
        for y in (1,
                  0)
    ]


def nested_lambdas():
    return (lambda f: (lambda: f(0))())(lambda n: 1 / n + 1)


def decorated():
    @fail
    def never():
        pass


def decorated_class():
    @(lambda c: c)
    @fail(1)
    class Never:
        pass


def default():
    def g(a=1, b={}["k"]):
        pass


def annotation():
    def g(a: int, b: missing) -> None:
        pass


def bases():
    class A(int, metaclass=fail):
        x = 1


def body():
    class A:
        def f(self): pass
        y = 1 / 0


def unpack():
    a, (b, c) = 1, (2, 3, 4)


def subscript():
    data = {"a": [1, {"b": None}]}
    return data["a"][1]["b"]["c"] + data["x"]


def augmented():
    total = []
    total += [1] + None
    return total


def attribute_store():
    x = 5
    x.y = (1,
           2)


def condition():
    if 1 < 2 and fail() or \
            3:
        pass


def returns_call(): return fail(lambda: 1,
                                [2])


def asserts():
    assert (1 ==
            2), "mes" + "sage"


def raises():
    raise (
        TypeError
        if True else ValueError
    )("raised")


def with_items():
    with open("x" + 1) as f, open("y"):
        pass


def for_loop():
    for a, b in [(1, 2),
                 3]:
        pass


def wide():
    ünïcode, 名前 = {"ä": 1}, "é"
    return ünïcode["ä"] + ünïcode["日本"] + 名前


def deletes():
    d = {}
    del d["a"], d


def f_string():
    value = 0
    return f"{value} and {1 / value:.2f} and {fail()}"


def starred():
    return fail(*[1, 2], *None, **{})


def generator():
    return sum(1 / x for x in (1,
                               0))


for action in (several_lines, in_call, chain, comprehension, nested_lambdas, decorated, decorated_class, default, annotation, bases, body, unpack, subscript, augmented,
               attribute_store, condition, returns_call, asserts, raises, with_items, for_loop, wide, deletes, f_string, starred, generator):
    print("#", action.__name__)
    show(action)
