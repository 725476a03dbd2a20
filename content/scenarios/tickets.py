#@title Two windows sell tickets
import threading
import time

locked = False  #@param {type:"boolean"}
printing = {"north": 0.1, "south": 0.15}
left = 10
lock = threading.Lock()

def sell():
    global left
    name = threading.current_thread().name
    seen = left
    print(f"{name}: there are {seen}")
    time.sleep(printing[name])
    left = seen - 1
    print(f"{name}: now there are {left}")

def window():
    if locked:
        with lock:
            sell()
    else:
        sell()

windows = [threading.Thread(target=window, name=name) for name in printing]
for w in windows:
    w.start()
    time.sleep(0.02)
print("both are open")
for w in windows:
    w.join()
print("left:", left)
