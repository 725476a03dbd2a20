import gevent
import gevent.event
import threading
import time

hub = gevent.get_hub()
box = []
watcher = hub.loop.async_()

def in_thread():
    time.sleep(0.02)
    box.append('from the thread')
    watcher.send()

threading.Thread(target=in_thread).start()
hub.wait(watcher)
print(box)
done = gevent.event.Event()

def call_back():
    print('in the hub', gevent.getcurrent() is hub)
    done.set()

def other():
    time.sleep(0.01)
    hub.loop.run_callback_threadsafe(call_back)

threading.Thread(target=other).start()
print(done.wait(timeout=5))
