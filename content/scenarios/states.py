#@title What becomes of a greenlet
import gevent

def divide(a, b):
    gevent.sleep(0.1)
    return a / b

def show(when, g):
    print(f"{when}: {g.started=} {g.ready()=} {g.successful()=}")

good = gevent.spawn(divide, 6, 2)
bad = gevent.spawn(divide, 6, 0)
show("spawned", good)
gevent.sleep(0.05)
show("at work", good)
gevent.joinall([good, bad])
show("good", good)
show("bad", bad)
print(good.value, good.exception)
print(bad.value, repr(bad.exception))
print(good.get())
try:
    bad.get()
except ZeroDivisionError as e:
    print("get raised:", e)
