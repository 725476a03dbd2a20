import gevent

def f(*args, **kwargs):
    return args, kwargs

g = gevent.spawn(f, 1, 'two', three=3)
print(g.args, g.kwargs, g)
g.join()
print(g.args, g.kwargs, g.value)
try:
    g.args = (9,)
except AttributeError as e:
    print(e)
