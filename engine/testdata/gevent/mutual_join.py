import gevent

def first():
    second_g.join(timeout=0.05)
    return 'first'

def second():
    gevent.sleep(0.01)
    return 'second'

second_g = gevent.spawn(second)
first_g = gevent.spawn(first)
gevent.joinall([first_g, second_g])
print(first_g.value, second_g.value)
many = [gevent.spawn(second_g.get) for _ in range(3)]
print([g.get() for g in many])
