import threading


def job():
    pass


class Callable:
    def __call__(self):
        pass


names = [
    threading.Thread().name,
    threading.Thread(target=job).name,
    threading.Thread(target=lambda: None).name,
    threading.Thread(target=Callable()).name,
    threading.Thread(target=print).name,
    threading.Thread(name="own").name,
    threading.Thread(name=7).name,
    threading.Thread(target=job, name="").name,
    threading.Timer(1, job).name,
]
print(names)
t = threading.Thread(target=job)
t.name = "renamed"
print(t.name, threading.main_thread().name, threading.current_thread().name)
threading.current_thread().name = "principal"
print(threading.main_thread().name)
print(threading.current_thread() is threading.main_thread())
print(threading.active_count(), len(threading.enumerate()))
