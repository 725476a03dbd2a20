# Two greenlets that hand a number back and forth.
from greenlet import greenlet

n = 1_000_000


def ping():
    x = 0
    for _ in range(n // 2):
        x = second.switch(x + 1)
    return x


def pong(x):
    while True:
        x = first.switch(x + 1)


first = greenlet(ping)
second = greenlet(pong)
print(first.switch())
