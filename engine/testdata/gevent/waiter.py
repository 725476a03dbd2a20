import gevent
from gevent.hub import Waiter

hub = gevent.get_hub()
w = Waiter()
hub.loop.timer(0.01).start(w.switch, 'hello from the hub')
print(w.get())
w.clear()
w.switch('stored')
print(w.ready(), w.successful(), w.value, w.exc_info, w.get())
w = Waiter()
print(w.ready(), w.successful())
hub.loop.run_callback(w.throw, KeyError('thrown'))
try:
    w.get()
except KeyError as e:
    print('raised', e)
w = Waiter()
w.throw(ValueError('kept'))
try:
    w.get()
except ValueError as e:
    print(e, w.successful(), w.ready())
w = Waiter()
w.switch_args(1, 2)
print(w.get(), Waiter())
