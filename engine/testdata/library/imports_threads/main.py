# Two threads want the same module: one imports it, the other waits until it is complete. Circles do not wait for ever.
import threading
import time


def want(name):
    import slow
    print(name, slow.answer)


found = {}


def circle(first):
    if first:
        import left
        found["left"] = left.name, hasattr(left, "other")
    else:
        import right
        found["right"] = right.name, hasattr(right, "other")


threads = [threading.Thread(target=want, args=(name,)) for name in ("one", "two")]
for t in threads:
    t.start()
    time.sleep(0.05)
print("main waits")
import slow
print("main", slow.answer)
for t in threads:
    t.join()
a = threading.Thread(target=circle, args=(True,))
b = threading.Thread(target=circle, args=(False,))
a.start()
time.sleep(0.05)
b.start()
a.join()
b.join()
import left
import right
print(sorted(found.items()))
print(left.other is right, right.other is left)
