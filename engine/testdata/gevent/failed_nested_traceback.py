import gevent

def inner(d):
    return d['missing']

def outer():
    try:
        inner({})
    except KeyError as e:
        raise RuntimeError('outer failed') from e

gevent.spawn(outer).join()
print('main goes on')
