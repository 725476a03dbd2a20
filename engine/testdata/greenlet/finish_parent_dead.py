# When the parent has ended too, the value goes on to the grandparent.
from greenlet import getcurrent, greenlet

main = getcurrent()
log = []


def grandchild():
    log.append("grandchild runs")
    main.switch("pause")
    log.append("grandchild ends")
    return "value of the grandchild"


def child():
    g = greenlet(grandchild)
    refs.append(g)
    log.append("child ends")
    return "value of the child"


refs = []
c = greenlet(child)
print(c.switch())
g = refs[0]
print("parent is dead:", g.parent is c, c.dead)
print(g.switch())
print(g.switch())
print(log)


def fails():
    main.switch()
    raise KeyError("lost parent")


def makes():
    refs.append(greenlet(fails))


m = greenlet(makes)
m.switch()
f = refs[1]
f.switch()
try:
    f.switch()
except KeyError as e:
    print("main got", repr(e), f.dead)
