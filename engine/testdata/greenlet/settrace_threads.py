# The tracer belongs to the thread that set it.
import threading
from greenlet import getcurrent, gettrace, greenlet, settrace

events = []


def tracer(event, args):
    events.append((threading.current_thread().name, event))


def ping():
    me = getcurrent().parent
    me.switch()
    me.switch()


def work(trace):
    print(threading.current_thread().name, gettrace())
    if trace:
        settrace(tracer)
    g = greenlet(ping)
    g.switch()
    g.switch()
    g.switch()
    print(threading.current_thread().name, g.dead, gettrace() is tracer)


settrace(tracer)
for name, trace in (("plain", False), ("traced", True)):
    t = threading.Thread(target=work, args=(trace,), name=name)
    t.start()
    t.join()
g = greenlet(ping)
g.switch()
g.throw(KeyError) if False else g.switch()
settrace(None)
g.switch()
print(events)
