import threading
import time

r = threading.RLock()


def nested(depth):
    with r:
        if depth:
            return nested(depth - 1)
        return "bottom"


print(nested(5))


def other():
    print("other tries", r.acquire(blocking=False))
    print("other waits", r.acquire(timeout=1))
    r.release()
    try:
        r.release()
    except RuntimeError as e:
        print(e)


with r:
    with r:
        t = threading.Thread(target=other)
        t.start()
        time.sleep(0.1)
    time.sleep(0.1)
    print("main lets go")
t.join()
print(r.acquire(), r.acquire(), r._is_owned())
r.release()
r.release()
print(r._is_owned())
