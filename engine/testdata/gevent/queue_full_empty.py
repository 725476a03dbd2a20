import gevent
from gevent.queue import Queue, Full, Empty

q = Queue(2)
q.put(1)
q.put_nowait(2)
for call in (lambda: q.put(3, block=False), lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.01), lambda: q.put(3, True, 0)):
    try:
        call()
    except Full as e:
        print('Full', repr(e))
print(q.full(), q.empty(), len(q), q.qsize(), q.maxsize, bool(q))
print(q.peek(), q.get(), q.get_nowait())
for call in (lambda: q.get(block=False), q.get_nowait, lambda: q.get(timeout=0.01), q.peek_nowait, lambda: q.peek(timeout=0.01)):
    try:
        call()
    except Empty as e:
        print('Empty', repr(e))
import queue
print(Full is queue.Full, Empty is queue.Empty)
