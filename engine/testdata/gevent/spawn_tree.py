import gevent

def child():
    me = gevent.getcurrent()
    print('child', me.spawning_greenlet() is parent_g, me.spawn_tree_locals.get('request'))

def parent():
    gevent.getcurrent().spawn_tree_locals['request'] = 42
    g = gevent.spawn(child)
    g.join()

parent_g = gevent.spawn(parent)
parent_g.join()
main = gevent.getcurrent()
print(gevent.spawn(child).spawning_greenlet() is main)
