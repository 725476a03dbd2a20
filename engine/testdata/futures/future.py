from concurrent.futures import Future, CancelledError, InvalidStateError, TimeoutError
import concurrent.futures

def plain(x):
    # Addresses and idents differ from run to run.
    words = []
    for word in repr(x).replace("=", "= ").split(" "):
        end = word.lstrip("x0123456789abcdef")
        number = word[:len(word) - len(end)]
        words.append("N" + end if len(number) > 5 and number[0].isdigit() else word)
    return " ".join(words)


def show(x):
    print(plain(x))


f = Future()
show(f)
print(f.done(), f.running(), f.cancelled())
print(f.set_running_or_notify_cancel(), f.running(), f.cancel())
show(f)
f.set_result(42)
show(f)
print(f.result(), f.exception(), f.done())
for act in (lambda: f.set_result(1), lambda: f.set_exception(ValueError())):
    try:
        act()
    except InvalidStateError as e:
        print(type(e).__name__, str(e).split(":")[0])
g = Future()
g.set_exception(KeyError("k"))
show(g)
print(repr(g.exception()))
try:
    g.result()
except KeyError as e:
    print("KeyError", e)
h = Future()
try:
    h.result(timeout=0.01)
except TimeoutError as e:
    print("timeout", repr(e), TimeoutError is concurrent.futures.TimeoutError)
try:
    h.exception(0)
except TimeoutError as e:
    print("timeout", repr(e))
print(h.cancel(), h.cancelled(), h.done(), h.running())
show(h)
for act in (h.result, h.exception):
    try:
        act()
    except CancelledError as e:
        print("CancelledError", repr(e), CancelledError.__mro__)
print(h.set_running_or_notify_cancel())
show(h)
