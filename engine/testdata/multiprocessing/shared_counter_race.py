# Without a lock around read and write a shared counter may lose updates; with it, it never does.
from multiprocessing import Lock, Process, RawValue, Value


def careful(v, lock, n):
    for _ in range(n):
        with lock:
            v.value += 1


def own_lock(v, n):
    for _ in range(n):
        with v:
            v.value += 1


def careless(v, n):
    for _ in range(n):
        v.value += 1


def run(target, *args):
    ps = [Process(target=target, args=args) for _ in range(3)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()


if __name__ == "__main__":
    raw, lock = RawValue("i", 0), Lock()
    run(careful, raw, lock, 300)
    print(raw.value)
    v = Value("i", 0)
    run(own_lock, v, 300)
    print(v.value)
    v = Value("i", 0)
    run(careless, v, 300)
    print(0 < v.value <= 900)
