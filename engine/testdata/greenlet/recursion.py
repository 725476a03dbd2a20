# Deep recursion in greenlets: each has a stack of its own, the depth is still bounded.
import sys
from greenlet import getcurrent, greenlet

main = getcurrent()


def depth(n):
    if n == 0:
        main.switch("at the bottom")
        return 0
    return depth(n - 1) + 1


workers = [greenlet(depth) for _ in range(5)]
print([w.switch(300) for w in workers])
print([w.switch() for w in workers])


def endless(n):
    return endless(n + 1)


def caught():
    try:
        endless(0)
    except RecursionError as e:
        return str(e)


print(greenlet(caught).switch())
g = greenlet(endless)
try:
    g.switch(0)
except RecursionError as e:
    print("main:", e, g.dead)


def nest(n):
    if n:
        return greenlet(nest).switch(n - 1) + 1
    return 0


print(nest(100))
sys.setrecursionlimit(200)
g = greenlet(depth)
try:
    g.switch(300)
except RecursionError as e:
    print("with a limit of 200:", e)
