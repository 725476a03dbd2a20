import gevent
from gevent.hub import Waiter

w = Waiter()

def first():
    print('first', w.get())

def second():
    try:
        w.get()
    except gevent.exceptions.ConcurrentObjectUseError as e:
        print('ConcurrentObjectUseError')
    try:
        w.switch('x')
    except AssertionError as e:
        print(e)

g = gevent.spawn(first)
gevent.spawn(second)
gevent.sleep(0)
gevent.get_hub().loop.run_callback(w.switch, 'y')
g.join()
