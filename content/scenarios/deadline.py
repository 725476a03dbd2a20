#@title A timeout and a kill
import gevent

limit = 0.2  #@param {type:"slider", min:0.1, max:0.5, step:0.1}

def download(name, seconds):
    try:
        gevent.sleep(seconds)
        print(name, "has arrived")
    except gevent.GreenletExit:
        print(name, "is told to stop")
        raise
    finally:
        print(name, "closes its file")

slow = gevent.spawn(download, "film", 0.4)
try:
    with gevent.Timeout(limit):
        slow.join()
    print("main: in time")
except gevent.Timeout as t:
    print("main: gave up after", t)
print("main: is the film still coming?", not slow.ready())
slow.kill()
print("main:", slow.ready(), slow.successful(), repr(slow.value))
