# A generator that one greenlet runs cannot be entered by another one.
import gevent

def numbers():
    for i in range(4):
        gevent.sleep(0)
        yield i

gen = numbers()

def take(name):
    try:
        for i in gen:
            print(name, i)
    except ValueError as e:
        print(name, e)

gevent.joinall([gevent.spawn(take, 'a'), gevent.spawn(take, 'b')])
