# Closures: late binding, loops, defaults, cells.
functions = [lambda: i for i in range(3)]
print([f() for f in functions])
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])
made = []
for n in range(3):
    def show(n=n, *, extra=[]):
        extra.append(n)
        return extra
    made.append(show)
print(made[0](), made[0](), made[1]())


def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect.__defaults__, collect(3, []))
collect.__defaults__ = (["reset"],)
print(collect(4))
collect.__defaults__ = None
try:
    collect(5)
except TypeError as error:
    print(error)


def counter():
    count = 0

    def up():
        nonlocal count
        count += 1
        return count

    def get():
        return count
    return up, get


up, get = counter()
up()
up()
print(get(), up.__closure__[0] is get.__closure__[0], up.__closure__[0].cell_contents, up.__code__.co_freevars)
up.__closure__[0].cell_contents = 40
print(get(), up())


def empty():
    def inner():
        return later
    cell = inner.__closure__[0]
    try:
        cell.cell_contents
    except ValueError as error:
        print(error)
    later = 1
    return cell.cell_contents


print(empty())


def order(a=print("default a"), b=print("default b"), *, c=print("default c")) -> print("annotation"):
    return a, b, c


print(order(), order.__annotations__)
gen = (i * factor for i in range(3) for factor in [i + 1])
print(list(gen))


def late():
    adders = {}
    for k in "ab":
        adders[k] = lambda v: k + v
    k = "z"
    return adders


print(late()["a"]("!"))
print(collect.__closure__, (lambda: 0).__name__, (lambda: 0).__qualname__, counter()[0].__qualname__)
