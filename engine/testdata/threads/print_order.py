import threading
import time


def countdown(name, n, pause):
    while n:
        print(name, n)
        n -= 1
        time.sleep(pause)
    print(name, "done")


a = threading.Thread(target=countdown, args=("a", 3, 0.1))
b = threading.Thread(target=countdown, args=("b", 2, 0.16))
a.start()
b.start()
a.join()
b.join()
print("all done")
