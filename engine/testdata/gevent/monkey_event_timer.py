from gevent import monkey
monkey.patch_all()
import threading

e = threading.Event()
print(e.is_set(), e.wait(0.01))
t = threading.Timer(0.01, e.set)
t.start()
print(e.wait(), e.is_set())
c = threading.Timer(0.01, print, args=('never',))
c.start()
c.cancel()
c.join()
e.clear()
print(e.is_set())
