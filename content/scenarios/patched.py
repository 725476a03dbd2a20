#@title A sleep that is not gevent's
patch = False  #@param {type:"boolean"}

if patch:
    from gevent import monkey
    monkey.patch_all()

import time
import gevent

def fetch(name):
    print(f"{name}: asks")
    time.sleep(0.25)
    print(f"{name}: has it")

def clock():
    for tick in range(4):
        gevent.sleep(0.1)
        print("tick", tick)

gevent.joinall([gevent.spawn(fetch, "one"), gevent.spawn(fetch, "two"),
                gevent.spawn(clock)])
