# What a switch hands over: nothing, one value, many, keywords, and both.
from greenlet import getcurrent, greenlet

main = getcurrent()


def echo(*args, **kwargs):
    print("started with", args, sorted(kwargs.items()))
    while True:
        got = main.switch("next")
        print("  got", type(got).__name__, got)


g = greenlet(echo)
g.switch(1, 2, x=3)
g.switch()
g.switch(None)
g.switch(7)
g.switch((1,))
g.switch(())
g.switch(1, 2)
g.switch([1, 2])
g.switch(a=1)
g.switch(b=2, a=1)
g.switch(1, a=2)
g.switch(1, 2, c=3, d=4)
g.switch(*range(5))
g.switch(**{"k": "v"})
g.switch(*[], **{})
for args in ((), ("only",)):
    h = greenlet(lambda *a: ("result", a))
    print(h.switch(*args))
