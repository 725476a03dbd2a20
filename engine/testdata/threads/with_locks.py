import contextlib
import threading

locks = {name: threading.Lock() for name in "abc"}


@contextlib.contextmanager
def holding(*names):
    with contextlib.ExitStack() as stack:
        for n in sorted(names):
            stack.enter_context(locks[n])
        yield [n for n in locks if locks[n].locked()]


with holding("c", "a") as held:
    print(held)
print([n for n in locks if locks[n].locked()])
try:
    with holding("b"):
        raise RuntimeError("x")
except RuntimeError as e:
    print(e, locks["b"].locked())
print(locks["a"].__enter__(), locks["a"].__exit__(None, None, None))
s = threading.Semaphore(1)
with s as got:
    print(got)
with threading.Condition() as got:
    print(got)
