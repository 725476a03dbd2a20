import gevent
from gevent.queue import Queue, Empty

tasks = Queue(maxsize=3)

def worker(name):
    try:
        while True:
            task = tasks.get(timeout=0.05)
            print(f'{name} got task {task}')
            gevent.sleep(0)
    except Empty:
        print(f'{name} quits')

def boss():
    for i in range(1, 10):
        tasks.put(i)
    print('all assigned')
    for i in range(10, 14):
        tasks.put(i)
    print('more assigned')

gevent.joinall([gevent.spawn(boss), gevent.spawn(worker, 'steve'), gevent.spawn(worker, 'john'), gevent.spawn(worker, 'bob')])
