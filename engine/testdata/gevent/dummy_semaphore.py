from gevent.lock import DummySemaphore

d = DummySemaphore()
print(d, d.acquire(), d.acquire(blocking=False), d.locked(), d.ready(), d.wait(), d.release())
with d:
    with d:
        print('no limit')
