from gevent import monkey
monkey.patch_all()
import threading

def fail():
    raise ValueError('in a patched thread')

t = threading.Thread(target=fail, name='failing')
t.start()
t.join()
print(t.is_alive())
def hook(args):
    print('hook', args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = hook
t = threading.Thread(target=fail, name='again')
t.start()
t.join()
