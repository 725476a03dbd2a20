import threading
import time
from greenlet import greenlet


def talk(name, pause):
    def one():
        print(name, 1)
        g2.switch()
        print(name, 3)

    def two():
        time.sleep(pause)
        print(name, 2)
        g1.switch()

    g1, g2 = greenlet(one), greenlet(two)
    g1.switch()


threads = [threading.Thread(target=talk, args=a) for a in (("x", 0.05), ("y", 0.15))]
for t in threads:
    t.start()
for t in threads:
    t.join()
