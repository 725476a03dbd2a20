import gevent
from gevent.lock import Semaphore

forks = [Semaphore(1) for _ in range(3)]
meals = []

def philosopher(i):
    first, second = sorted((i, (i + 1) % 3))
    for _ in range(2):
        with forks[first]:
            gevent.sleep(0)
            with forks[second]:
                meals.append(i)
                gevent.sleep(0)

gevent.joinall([gevent.spawn(philosopher, i) for i in range(3)])
print(meals, all(f.counter == 1 for f in forks))
