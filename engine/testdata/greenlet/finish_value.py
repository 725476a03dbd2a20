# What a finished greenlet gives to its parent, and what stands for it afterwards.
from greenlet import getcurrent, greenlet

results = []
for fn in (lambda: None, lambda: 5, lambda: (), lambda: (1, 2), lambda: {"a": 1}, lambda: [None]):
    g = greenlet(fn)
    results.append((g.switch(), g.dead))
print(results)


def parent_body():
    child = greenlet(lambda: "child's result")  # its parent is this greenlet
    got = child.switch()
    print("parent got", got)
    while True:
        got = main.switch("parent says " + str(got))


main = getcurrent()
p = greenlet(parent_body)
print(p.switch())
print(p.switch("x"))


# The result goes to the parent, not to who switched last.
def worker(name):
    return "from " + name


def coordinator():
    a = greenlet(worker, boss)
    b = greenlet(worker, boss)
    print("coordinator", a.switch("a"))
    print("never printed", b.switch("b"))


def boss_body():
    got = c.switch()
    print("boss", got)
    got = c.switch("a is done")
    print("boss", got)
    return "boss ends"


boss = greenlet(boss_body)
c = greenlet(coordinator, boss)
print(boss.switch())
print(c.dead, boss.dead)
