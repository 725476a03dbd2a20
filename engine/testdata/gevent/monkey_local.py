from gevent import monkey
monkey.patch_all()
import threading
import gevent

data = threading.local()
data.x = 'main'

def work(n):
    data.x = n
    gevent.sleep(0)
    print(n, data.x)

ts = [threading.Thread(target=work, args=(n,)) for n in range(2)]
for t in ts:
    t.start()
gs = [gevent.spawn(work, n) for n in 'ab']
gevent.joinall(gs)
for t in ts:
    t.join()
print(data.x)
