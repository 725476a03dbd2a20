# Two greenlets that switch to each other, without and with values.
from greenlet import getcurrent, greenlet


def ping():
    print("ping 1")
    second.switch()
    print("ping 2")
    second.switch()
    print("ping ends")


def pong():
    print("pong 1")
    first.switch()
    print("pong 2, parent is main:", getcurrent().parent is main)


main = getcurrent()
first = greenlet(ping)
second = greenlet(pong)
first.switch()
print(first.dead, second.dead, bool(first))
first.switch()
print(first.dead, second.dead)


def adder(x, y=0):
    total = x + y
    while True:
        print("adder has", total)
        received = main.switch(total)
        if received is None:
            return "sum %d" % total
        total += received


g = greenlet(adder)
print(g.switch(1, y=2))
print(g.switch(10))
print(g.switch(20))
print(g.switch(None), g.dead)
print("after the end:", g.switch("anything"))


def swap(a, b):
    result = main.switch(a, b)
    print("a pair arrives:", result)
    return main.switch(key="word")


g = greenlet(swap)
print(g.switch("l", "r"))
print(g.switch(1, 2))
print(g.switch())
