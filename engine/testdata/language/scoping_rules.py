# Names: local, enclosing, global, built-in; unbound locals; del; nonlocal chains; exec and eval.
x = "global"


def reads():
    return x


def unbound():
    print(x)
    x = 1


def deleted():
    y = 1
    del y
    return y


def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x += " changed"
            return x

        return inner()

    return middle(), x


def late():
    def use():
        return value

    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    value = 5
    return use()


def shadow(len=len):
    sum = 3
    return len("abc"), sum


def globals_change():
    global x, fresh
    x, fresh = "changed", "made"


for f in (unbound, deleted):
    try:
        f()
    except UnboundLocalError as error:
        print(error)
print(reads(), outer(), late(), shadow())
globals_change()
print(x, fresh, "fresh" in globals(), [x for x in "ab"], x)
for loop_var in range(3):
    pass
print(loop_var)
try:
    del fresh, undefined
except NameError as error:
    print(error, "fresh" in globals())
def cell():
    a = 1
    def f(): return a
    del a
    try: return f()
    except NameError as error: return str(error)
print(cell())
