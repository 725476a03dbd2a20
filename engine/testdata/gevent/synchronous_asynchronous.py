import gevent
import random

def task(pid):
    gevent.sleep(0.005)
    print('Task', pid, 'done')

def synchronous():
    for i in range(1, 4):
        task(i)

def asynchronous():
    gevent.joinall([gevent.spawn(task, i) for i in range(3)])

print('Synchronous:')
synchronous()
print('Asynchronous:')
asynchronous()
