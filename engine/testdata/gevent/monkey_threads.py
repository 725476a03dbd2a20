from gevent import monkey
monkey.patch_all()
import threading
import time

def work(n):
    print('begin', n, threading.current_thread().name)
    time.sleep(0.01 * n)
    print('end', n)

ts = [threading.Thread(target=work, args=(n,), name=f'worker-{n}') for n in (3, 1, 2)]
for t in ts:
    print('before', t.name, t.is_alive())
    t.start()
    print('after', t.name, t.is_alive(), t.daemon)
print(threading.active_count(), [t.name for t in threading.enumerate()][0])
for t in ts:
    t.join()
print(threading.active_count(), ts[0].is_alive())
try:
    ts[0].start()
except RuntimeError as e:
    print(e)
try:
    threading.Thread().join()
except RuntimeError as e:
    print(e)
