import gevent

def work():
    return 42

def link(name):
    return lambda g: print(name, g.value)

g = gevent.spawn(work)
g.rawlink(link('raw 1'))
g.link(link('link 2'))
g.rawlink(link('raw 3'))
g.link_value(link('value 4'))
g.link_exception(link('exception: not called'))
g.join()
print('joined')
g.link(link('late'))
g.rawlink(link('late raw'))
gevent.sleep(0)
print('end')
