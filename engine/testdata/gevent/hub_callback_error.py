# An error in a callback is printed with the callback, and the loop goes on.
import gevent

hub = gevent.get_hub()

def broken(x):
    return 1 // x

hub.loop.run_callback(broken, 0)
hub.loop.run_callback(print, 'next callback')
gevent.sleep(0)
t = hub.loop.timer(0.001)
t.start(broken, 0)
gevent.sleep(0.01)
print('main')
