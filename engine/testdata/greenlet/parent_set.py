# The parent can be changed while a greenlet is suspended: its end goes to the new one.
from greenlet import getcurrent, greenlet

main = getcurrent()


def wait_and(label):
    main.switch(label + " waits")
    return label + " result"


def collector():
    got = main.switch("collector ready")
    while True:
        got = main.switch(f"collector received {got!r}")


c = greenlet(collector)
print(c.switch())
a = greenlet(lambda: wait_and("a"))
print(a.parent is main)
print(a.switch())
a.parent = c
print(a.parent is c)
print(a.switch())
print(a.dead)

b = greenlet(lambda: wait_and("b"), c)
print(b.parent is c)
print(b.switch())
print(b.switch())
b = greenlet(lambda: wait_and("b"), parent=c)
b.parent = main
print(b.switch())
print(b.switch())


def fails():
    main.switch()
    raise ValueError("to whom?")


def guard():
    try:
        main.switch("guard ready")
    except ValueError as e:
        return f"guard caught {e}"


g = greenlet(guard)
print(g.switch())
f = greenlet(fails)
f.switch()
f.parent = g
print(f.switch())
print(f.dead, g.dead)
# A dead greenlet's parent can be set as well.
f.parent = c
print(f.switch("via f"))
