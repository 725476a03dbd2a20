import threading
import time


def late():
    time.sleep(0.1)
    print("the thread ends all the same")


threading.Thread(target=late).start()
raise KeyError("main")
