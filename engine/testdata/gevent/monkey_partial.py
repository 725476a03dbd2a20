from gevent import monkey
monkey.patch_all(thread=False, socket=False)
import threading
import time
import gevent

print(monkey.is_module_patched('threading'), monkey.is_module_patched('time'))
names = []

def work():
    names.append(threading.current_thread().name)

gevent.spawn(work).join()
t = threading.Thread(target=work, name='real')
t.start()
t.join()
print(names)
