import gevent

def work(n):
    if n == 1:
        raise ArithmeticError('one')
    return n

g = gevent.spawn(work, 1)
g.join()
for i in range(2):
    try:
        g.get()
    except ArithmeticError as e:
        tb, n = e.__traceback__, 0
        while tb:
            n += 1
            tb = tb.tb_next
print(n >= 2)
g.get()
