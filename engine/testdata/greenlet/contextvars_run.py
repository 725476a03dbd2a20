# Context.run around switches: the context belongs to the greenlet that entered it.
import contextvars
from greenlet import getcurrent, greenlet

main = getcurrent()
user = contextvars.ContextVar("user", default=None)
log = []


def handle(name):
    user.set(name)
    for step in range(2):
        log.append((user.get(), step))
        main.switch()
    return user.get()


def run_in_context(name):
    ctx = contextvars.copy_context()
    return ctx.run(handle, name)


workers = [greenlet(run_in_context) for _ in range(3)]
for n, w in enumerate(workers):
    w.switch("user%d" % n)
for w in workers:
    w.switch()
print(log)
print([w.switch() for w in workers], user.get())

ctx = contextvars.copy_context()
g = greenlet(lambda: ctx.run(main.switch, "inside"))
print(g.switch())
try:
    ctx.run(print, "entered twice")
except RuntimeError as e:
    print(str(e).split(":")[0])
g.switch()
ctx.run(print, "now it is free")
token = user.set("outer")
user.reset(token)
print(user.get())
