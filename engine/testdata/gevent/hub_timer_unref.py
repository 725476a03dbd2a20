# A timer without a reference does not keep the loop running.
import gevent

hub = gevent.get_hub()
t = hub.loop.timer(5, ref=False)
t.start(print, 'never')
print(t.ref, gevent.wait())
t.ref = True
t.ref = False
try:
    hub.switch()
except gevent.exceptions.LoopExit:
    print('LoopExit')
t.stop()
gevent.sleep(0.01, ref=True)
print('slept')
