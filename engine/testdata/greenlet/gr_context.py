# gr_context: each greenlet has its own contextvars context, empty at first.
import contextvars
from greenlet import getcurrent, greenlet

main = getcurrent()
var = contextvars.ContextVar("var", default="default")


def body():
    print("  sees", var.get())
    var.set("set in greenlet")
    main.switch()
    print("  sees", var.get())
    return var.get()


var.set("set in main")
g = greenlet(body)
print(g.gr_context)
g.switch()
print("main sees", var.get())
print(type(g.gr_context).__name__, g.gr_context[var])
print(g.switch())
print(g.gr_context)
print("main sees", var.get())

# A context can be given before the start ...
h = greenlet(body)
h.gr_context = contextvars.copy_context()
h.switch()
print(h.gr_context[var], "|", var.get())
# ... and while suspended.
ctx = contextvars.Context()
ctx.run(var.set, "third")
h.gr_context = ctx
print(h.switch())
k = greenlet(body)
k.gr_context = None
k.switch()
for bad in (1, "x"):
    try:
        k.gr_context = bad
    except TypeError as e:
        print(e)
print(k.switch())


def inside():
    mine = contextvars.copy_context()
    var.set("inner")
    print(getcurrent().gr_context[var], mine.get(var))


greenlet(inside).switch()
print(main.gr_context[var])
greenlet(lambda: print("main from outside:", main.gr_context[var])).switch()
