import threading
import time


def forever():
    try:
        while True:
            time.sleep(1)
    finally:
        print("never printed")


def child():
    print("a child of a daemon is", threading.Thread().daemon)


d = threading.Thread(target=forever, daemon=True)
print(d.daemon, threading.Thread().daemon)
d.start()
c = threading.Thread(target=child, daemon=True)
c.start()
c.join()
try:
    d.daemon = False
except RuntimeError as e:
    print(e)
t = threading.Thread(target=lambda: (time.sleep(0.1), print("the last one")))
t.start()
print("main ends")
