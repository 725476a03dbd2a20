# assert: messages, tuples, comparison, side effects, under exceptions.
def check(function):
    try:
        function()
    except AssertionError as error:
        print(repr(error), error.args)


def plain():
    assert 1 == 2


def text():
    assert False, "text"


def value():
    assert [], {"detail": 1}


def raising():
    assert 0, 1 / 0


def with_tuple():
    assert 1 > 2, ("a", "b")


for f in (plain, text, value, with_tuple):
    check(f)
try:
    raising()
except ZeroDivisionError as error:
    print(error, error.__context__)
AssertionError = ValueError
try:
    plain()
except Exception as error:
    print(type(error).__name__, "is not what the name says now")


class Strange:
    def __bool__(self):
        print("asked")
        return False


assert not Strange()
assert (x := 5) > 3, "unused"
print(x)
assert Strange() or x > 7, f"x is {x}"
