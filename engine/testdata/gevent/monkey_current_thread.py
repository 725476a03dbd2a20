from gevent import monkey
monkey.patch_all()
import threading
import gevent

main = threading.current_thread()
print(main.name, main is threading.main_thread(), threading.get_ident() == main.ident)

def in_greenlet():
    t = threading.current_thread()
    print(t.name.split('-')[0], type(t).__name__, t.daemon, t is threading.current_thread(), t is main)

gevent.spawn(in_greenlet).join()

class Mine(threading.Thread):
    def run(self):
        print('Mine', threading.current_thread() is self, self.ident == threading.get_ident(), self.is_alive())

m = Mine()
m.start()
m.join()
print(m.is_alive(), m.ident is not None)
