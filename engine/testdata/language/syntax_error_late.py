# Errors of the compiler rather than of the parser: names, loops, returns.
print("never")


def outer():
    x = 1

    def inner():
        print(x)
        nonlocal x
        x = 2

    return inner


outer()()
