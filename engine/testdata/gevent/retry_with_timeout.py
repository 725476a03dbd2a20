import gevent
from gevent import Timeout

attempts = 0

def flaky():
    global attempts
    attempts += 1
    gevent.sleep(0.1 if attempts < 3 else 0.001)
    return f'success after {attempts}'

def retry(n, seconds):
    for i in range(n):
        try:
            with Timeout(seconds):
                return flaky()
        except Timeout:
            print('attempt', i + 1, 'timed out')
    return 'failed'

print(gevent.spawn(retry, 5, 0.03).get())
