import gevent

hub = gevent.get_hub()

def handle_error(context, type, value, tb):
    print('handled', isinstance(context, gevent.Greenlet), type.__name__, value)

hub.handle_error = handle_error
gevent.spawn(lambda: 1 / 0).join()
hub.loop.run_callback(lambda: [][1])
gevent.sleep(0)
del hub.handle_error
print('end')
