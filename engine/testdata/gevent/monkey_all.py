from gevent import monkey
print(monkey.patch_all())
import time
import threading
import gevent

for name in ('time', 'threading', '_thread', 'socket', 'select', 'queue', 'os', 'json'):
    print(name, monkey.is_module_patched(name))
print(monkey.is_object_patched('threading', 'Thread'), monkey.is_object_patched('threading', 'local'))
print(threading.Event.__module__, threading.local.__module__, threading.current_thread().name)

def work(n):
    print('begin', n)
    time.sleep(0.01 * (3 - n))
    print('end', n)

gevent.joinall([gevent.spawn(work, n) for n in range(3)])
