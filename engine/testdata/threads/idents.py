import threading

seen = {}


def f():
    t = threading.current_thread()
    seen[t.name] = (t.ident == threading.get_ident(), t.native_id == threading.get_native_id(), type(t.ident))


threads = [threading.Thread(target=f, name=n) for n in "abc"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(seen)
main = threading.main_thread()
print(main.ident == threading.get_ident(), main.is_alive(), main.daemon)
print(main in threading.enumerate(), threading.Thread().ident, threading.Thread().native_id)
