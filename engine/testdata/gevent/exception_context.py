import gevent

def inner():
    raise LookupError('inner')

def outer():
    g = gevent.spawn(inner)
    try:
        g.get()
    except LookupError as e:
        print('outer caught', e, type(e.__context__).__name__)
        raise RuntimeError('outer') from e

g = gevent.spawn(outer)
g.join()
print(repr(g.exception), repr(g.exception.__cause__))
