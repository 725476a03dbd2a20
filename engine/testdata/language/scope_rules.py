# Scopes: class bodies, nonlocal chains, global from inside, comprehensions in classes.
x = "module"


class Holder:
    x = "class"
    seen = [x for _ in range(1)]            # the inner scope skips the class
    first = [item for item in [x]]          # the first iterable is evaluated in the class

    def method(self):
        return x

    class Inner:
        y = x

    lazy = lambda self: x


print(Holder.seen, Holder.first, Holder().method(), Holder.Inner.y, Holder().lazy())


def outer():
    n = 0

    def middle():
        def inner():
            nonlocal n
            n += 1
            return n
        return inner
    step = middle()
    step()
    step()

    class Body:
        nonlocal n
        n = n * 10
        m = n
    return n, step(), Body.m, hasattr(Body, "n")


print(outer())


def writer():
    x = "local"

    def set_global():
        global x
        x = "changed"
    set_global()

    class Reads:
        before = x
        x = "own"
        after = x
    return x, Reads.before, Reads.after


print(writer(), x)


def class_local():
    z = "enclosing"

    class C:
        if False:
            z = 1
        try:
            got = z
        except NameError as error:
            got = str(error)
    return C.got


print(class_local())
z = "global z"
print(class_local())


def shadow(x, *, key=lambda: x):
    return x, key()


print(shadow("argument"))
