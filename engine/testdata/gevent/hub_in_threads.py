# gevent in threads: a hub for each, and what happens in one does not wait for another.
import gevent
import threading

lock = threading.Lock()
out = {}

def in_thread(n):
    def work(i):
        gevent.sleep(0.01 * i)
        return i

    gs = [gevent.spawn(work, i) for i in range(3)]
    gevent.joinall(gs)
    with lock:
        out[n] = [g.value for g in gs], id(gevent.get_hub())

ts = [threading.Thread(target=in_thread, args=(n,)) for n in range(2)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print([out[n][0] for n in sorted(out)], out[0][1] != out[1][1])
