import gevent

total = 0

def work(n):
    global total
    gevent.sleep(0.001 * (n % 5))
    total += n

gevent.joinall([gevent.spawn(work, n) for n in range(2000)])
print(total)
