# The states of a greenlet: not started, active, dead; main is always active.
from greenlet import getcurrent, greenlet

main = getcurrent()


def show(label, g):
    print(f"{label:12} dead={g.dead} bool={bool(g)} frame={g.gr_frame is not None}")


def body():
    show("running", g)
    print("current is g:", getcurrent() is g)
    main.switch()
    show("again", g)


show("main", main)
g = greenlet(body)
show("new", g)
g.switch()
show("suspended", g)
g.switch()
show("dead", g)
g.switch()
show("still dead", g)
try:
    g.dead = False
except AttributeError as e:
    print("AttributeError")

h = greenlet(lambda: 1 / 0)
try:
    h.switch()
except ZeroDivisionError as e:
    print(e)
show("failed", h)
k = greenlet(body)
k.throw()
show("killed", k)
print([bool(x) for x in (main, g, h, k)], not greenlet(body))
