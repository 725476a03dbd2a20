# Wrong calls of throw are errors of the caller; the greenlet does not notice.
from greenlet import getcurrent, greenlet

main = getcurrent()


def waits():
    while True:
        print("  resumed with", main.switch())


g = greenlet(waits)
g.switch()


def attempt(label, *args, **kwargs):
    try:
        g.throw(*args, **kwargs)
    except Exception as e:
        print(label, type(e).__name__ + ":", e)


attempt("string", "ValueError")
attempt("number", 42)
attempt("plain class", int)
attempt("instance and value", ValueError("a"), "b")
attempt("bad traceback", ValueError, "a", "tb")
attempt("too many", ValueError, "a", None, None)
attempt("none", None)
print(g.dead)
g.switch("fine")
try:
    g.throw(ValueError, "goes through")
except ValueError as e:
    print("back in main:", e)
print(g.dead)
