# Changing the parent of the greenlet that runs: where its end goes is decided at the end.
from greenlet import getcurrent, greenlet

main = getcurrent()
log = []


def receiver(name):
    got = main.switch(name + " ready")
    while True:
        log.append((name, got))
        got = main.switch(name + " took it")


a, b = greenlet(receiver), greenlet(receiver)
print(a.switch("a"), b.switch("b"))


def changes():
    me = getcurrent()
    me.parent = a
    log.append(me.parent is a)
    me.parent = b
    return "the result"


print(greenlet(changes).switch())
print(log)


def fails():
    getcurrent().parent = guard
    raise LookupError("to the guard")


def guarding():
    try:
        main.switch("guarding")
    except LookupError as e:
        return f"guard got {e}"


guard = greenlet(guarding)
print(guard.switch())
print(greenlet(fails).switch(), guard.dead)


def child_of_self():
    me = getcurrent()
    child = greenlet(lambda: "child ends")
    try:
        me.parent = child
    except ValueError as e:
        print(e)
    child.parent = main
    me.parent = child
    return "handed to a greenlet that has not started"


print(greenlet(child_of_self).switch())
