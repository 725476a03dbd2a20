# settrace: called after every switch and throw with the event and both greenlets.
import greenlet
from greenlet import getcurrent, gettrace, settrace

names = {getcurrent(): "main"}
events = []


def tracer(event, args):
    origin, target = args
    events.append((event, names.get(origin, "?"), names.get(target, "?"), getcurrent() is target))


def body():
    main.switch()
    try:
        main.switch()
    except KeyError:
        pass


main = getcurrent()
print(gettrace(), settrace(tracer))
print(gettrace() is tracer)
a = greenlet.greenlet(body)
names[a] = "a"
a.switch()
a.switch()
a.throw(KeyError)
print(a.dead)
b = greenlet.greenlet(lambda: 1 / 0)
names[b] = "b"
try:
    b.switch()
except ZeroDivisionError:
    pass
a.switch()
c = greenlet.greenlet(body)
names[c] = "c"
c.switch()
c.throw()
d = greenlet.greenlet(body)
names[d] = "d"
d.throw()
print(settrace(None) is tracer, gettrace())
c.switch()
for event in events:
    print(*event)
