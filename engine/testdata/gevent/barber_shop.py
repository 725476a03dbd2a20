import gevent
from gevent.queue import Queue, Full

chairs = Queue(2)
log = []

def barber():
    while True:
        customer = chairs.get()
        if customer is None:
            return
        log.append(f'cuts {customer}')
        for _ in range(3):
            gevent.sleep(0)

def customer(n):
    try:
        chairs.put_nowait(n)
        log.append(f'{n} sits')
    except Full:
        log.append(f'{n} leaves')

b = gevent.spawn(barber)
for n in range(8):
    gevent.spawn(customer, n)
    gevent.sleep(0)
chairs.put(None)
b.join()
print(log)
