import gevent

def note(g):
    print('will run', g)

gevent.Greenlet.add_spawn_callback(note)
g = gevent.Greenlet(lambda: print('runs'))
g.start()
g.start()
g.join()
gevent.Greenlet.remove_spawn_callback(note)
gevent.spawn(lambda: print('unseen')).join()
