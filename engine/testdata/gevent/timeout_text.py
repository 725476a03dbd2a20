from gevent import Timeout

for args in ((), (1,), (5,), (0.5,), (1, False), (2, ValueError('x')), (2, 'text')):
    t = Timeout(*args)
    print(repr(str(t)), t)
print(repr(Timeout(3)))
print(repr(Timeout(3, False)), repr(Timeout(3, KeyError)))
print(issubclass(Timeout, Exception), issubclass(Timeout, BaseException))
t = Timeout(7)
t.start()
print(repr(t))
t.cancel()
