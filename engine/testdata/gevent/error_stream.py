import gevent
import io
import sys

class Stream(io.StringIO):
    pass

def fail():
    raise ValueError('to the stream')

stream = Stream()
hub = gevent.get_hub()
hub.exception_stream = stream
gevent.spawn(fail).join()
lines = stream.getvalue().splitlines()
print(lines[0], lines[-2], lines[-1].split(' ', 1)[1].split(' at ')[0], 'failed with' in lines[-1])
hub.exception_stream = None
old, sys.stderr = sys.stderr, Stream()
gevent.spawn(fail).join()
text, sys.stderr = sys.stderr.getvalue(), old
print('to the stream' in text)
