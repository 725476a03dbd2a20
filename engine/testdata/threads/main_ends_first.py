import threading
import time


def late(n):
    time.sleep(0.1 * n)
    print("late", n)
    if n == 2:
        threading.Thread(target=late, args=(3,)).start()


for n in (1, 2):
    threading.Thread(target=late, args=(n,)).start()
print("main is over")
raise SystemExit(3)
