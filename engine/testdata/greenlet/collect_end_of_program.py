# Suspended greenlets at the end of the program: who holds them decides.
from greenlet import getcurrent, greenlet

main = getcurrent()


def body(name):
    try:
        main.switch()
    finally:
        print(name, "finally")


def local():
    g = greenlet(body)
    g.switch("local")


local()
first = greenlet(body)
first.switch("global one")
print("end of main")
