# Greenlets that only sleep(0) do not keep timers from firing.
import gevent

running = True
count = 0

def spin():
    global count
    while running:
        count += 1
        gevent.sleep(0)

def stop():
    global running
    running = False

gs = [gevent.spawn(spin), gevent.spawn(spin)]
gevent.spawn_later(0.05, stop)
gevent.joinall(gs)
print(count > 10)
