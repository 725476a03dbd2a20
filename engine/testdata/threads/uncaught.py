# An exception that ends a thread is reported and does not end the program.
import threading


def fails():
    raise ValueError("in a thread")


t = threading.Thread(target=fails, name="unlucky")
t.start()
t.join()
print("main goes on")
