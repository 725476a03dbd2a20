import gevent
from gevent.exceptions import LoopExit
from gevent.queue import Queue

q = Queue()
try:
    q.get()
except LoopExit as e:
    print(type(e).__name__, e.args[0], len(e.args), e.args[2], e.hub is gevent.get_hub())
    print(str(e).splitlines()[0])
q.put(5)
print(q.get())
gevent.sleep(0.01)
try:
    gevent.spawn(q.get).get()
except LoopExit:
    print('again')
