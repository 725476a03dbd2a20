# Between two waits nobody else runs: a counter needs no lock until there is a wait in between.
import gevent

safe = unsafe = 0

def work():
    global safe, unsafe
    for _ in range(100):
        safe += 1
        value = unsafe
        gevent.sleep(0)
        unsafe = value + 1

gevent.joinall([gevent.spawn(work) for _ in range(5)])
print(safe, unsafe)
