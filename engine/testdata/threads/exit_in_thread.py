import sys
import threading
import time


def quits():
    print("quits")
    sys.exit(5)


def interrupted():
    raise KeyboardInterrupt


t = threading.Thread(target=quits)
t.start()
t.join()
t = threading.Thread(target=interrupted, name="i")
t.start()
t.join()
print("main goes on")
