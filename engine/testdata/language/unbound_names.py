# The texts of NameError and UnboundLocalError, and what del does to locals and cells.
def attempt(function, *args):
    try:
        print(function.__name__, "->", function(*args))
    except NameError as error:
        print(function.__name__, type(error).__name__, error, getattr(error, "name", None))


def read_early():
    print(value)
    value = 1


def augmented():
    counter += 1


def deleted():
    a = 1
    del a
    return a


def deleted_twice():
    a = 1
    del a
    del a


def free_unset():
    def inner():
        return later
    return inner()
    later = 1


def cell_deleted():
    a = 1

    def inner():
        return a
    del a
    return inner()


def cell_deleted_here():
    a = 1

    def inner():
        return a
    del a
    return a


def nonlocal_deleted():
    a = 1

    def inner():
        nonlocal a
        del a
    inner()
    try:
        inner()
    except NameError as error:
        print(" ", error)
    a = 5
    return a


def except_name():
    e = "kept?"
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e


def global_missing():
    global never_defined
    del never_defined


def loop_variable():
    for i in ():
        pass
    return i


def conditional(flag):
    if flag:
        import os as module
    return module.__name__


for f in (read_early, augmented, deleted, deleted_twice, free_unset, cell_deleted, cell_deleted_here,
          nonlocal_deleted, except_name, global_missing, loop_variable):
    attempt(f)
attempt(conditional, False)
attempt(conditional, True)


class Body:
    try:
        del nothing
    except NameError as error:
        print("class", error)


attempt(lambda: (lambda: undefined_thing)())
