import gevent
from gevent.event import Event

hub = gevent.get_hub()
e = Event()

def blocks():
    try:
        e.wait()
    except gevent.exceptions.BlockingSwitchOutError as x:
        print(x)
        gevent.sleep(1)

hub.loop.run_callback(blocks)
gevent.sleep(0.01)
print('main', e.linkcount())
