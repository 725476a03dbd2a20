import gevent
from gevent.pool import Pool

def work(n):
    gevent.sleep(0.01 * n)
    if n == 1:
        raise ArithmeticError('one')
    return n

p = Pool(3)
gs = [p.spawn(work, n) for n in range(3)]
try:
    p.join(raise_error=True)
except ArithmeticError as e:
    print('join raises', e, len(p))
print(p.join(timeout=0.001), [g.value for g in gs])
try:
    p.apply(work, (1,))
except ArithmeticError as e:
    print('apply raises', e)
