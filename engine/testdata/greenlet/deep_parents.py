# A long chain of parents: values and exceptions travel through those that have ended.
from greenlet import getcurrent, greenlet

main = getcurrent()
order = []
alive = []


def link(n):
    me = getcurrent()
    order.append(f"+{n}")
    try:
        alive.append(me)
        if n:
            child = greenlet(link)
            assert child.parent is me
            got = child.switch(n - 1)
            order.append(f"{n}<-{got}")
            return got + 1
        main.switch("at the bottom")
        return 0
    except ValueError as e:
        order.append(f"{n}!{e}")
        raise
    finally:
        order.append(f"-{n}")


top = greenlet(link)
print(top.switch(3))
print(" ".join(order))
order.clear()


print(len(alive), [g.parent in alive for g in alive], [bool(g.gr_frame) for g in alive])
print(alive[-1].switch())
print(" ".join(order), top.dead)
order.clear()
top = greenlet(link)
top.switch(2)
try:
    alive[-1].throw(ValueError, "from below")
except ValueError as e:
    print("main:", e)
print(" ".join(order))
