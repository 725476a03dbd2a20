import gevent

print(gevent.sleep(), gevent.sleep(0), gevent.sleep(-5), gevent.sleep(seconds=0.001))
try:
    gevent.sleep('long')
except TypeError as e:
    print(e)
try:
    gevent.sleep(None)
except TypeError as e:
    print(e)
gevent.sleep(True)
gevent.sleep(0.001, ref=True)
print('end')
