# The program ends when its patched threads have ended, daemons and greenlets aside.
from gevent import monkey
monkey.patch_all()
import threading
import time
import gevent

def work(n, t):
    time.sleep(t)
    print('thread', n, 'ends')

threading.Thread(target=work, args=('a', 0.02)).start()
threading.Thread(target=work, args=('daemon', 10), daemon=True).start()
gevent.spawn(work, 'greenlet', 0.01)
gevent.spawn(work, 'late greenlet', 10)
print('main ends')
