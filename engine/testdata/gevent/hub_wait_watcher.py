import gevent

hub = gevent.get_hub()

def waiter(n, watcher):
    hub.wait(watcher)
    print('watcher fired', n)

a = hub.loop.async_()
gs = [gevent.spawn(waiter, 'timer', hub.loop.timer(0.01)), gevent.spawn(waiter, 'async', a)]
gevent.sleep(0)
print(a.active)
a.send()
gevent.joinall(gs)
print(a.active, a.callback)
