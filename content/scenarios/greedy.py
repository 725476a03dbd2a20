#@title One computes, one waits for its turn
import gevent

polite = False  #@param {type:"boolean"}
rounds = 5

def compute():
    total = 0
    for part in range(rounds):
        for n in range(100_000):
            total += n * n % 7
        if polite:
            gevent.sleep(0)
    print("total", total)

def ticker():
    for tick in range(3):
        gevent.sleep(0.03)
        print("tick", tick)

gevent.joinall([gevent.spawn(compute), gevent.spawn(ticker)])
