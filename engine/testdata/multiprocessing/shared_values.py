# Value and Array: types, locks, what a child changes is seen, and a counter without a lock is not safe.
import ctypes
from multiprocessing import Array, Lock, Process, RawArray, RawValue, Value


class Point(ctypes.Structure):
    _fields_ = [("x", ctypes.c_double), ("n", ctypes.c_int)]


def add(v, times):
    for _ in range(times):
        with v.get_lock():
            v.value += 1


def change(a, raw, text, points, flag):
    a[1] = 20
    a[2:4] = [30, 40]
    raw[0] = -1.5
    text.value = b"child"
    points[1].x = 2.5
    points[1].n += 1
    flag.value = True


if __name__ == "__main__":
    v = Value("i", 5)
    children = [Process(target=add, args=(v, 200)) for _ in range(4)]
    for c in children:
        c.start()
    for c in children:
        c.join()
    print(v.value, v, v.get_obj(), type(v.get_lock()).__name__)

    a, raw, text = Array("i", range(5)), RawArray("d", 3), Array("c", b"parent")
    points, flag = Array(Point, [(1.0, 1), (2.0, 2)]), RawValue(ctypes.c_bool)
    c = Process(target=change, args=(a, raw, text, points, flag))
    c.start()
    c.join()
    print(c.exitcode, a[:], list(raw), text.value, text.raw, [(p.x, p.n) for p in points], flag.value)
    print(len(a), a[-1], sum(a), type(a).__name__, type(raw).__name__, type(text).__name__)
    for bad in (lambda: a.__setitem__(9, 1), lambda: a[9], lambda: Value("i", "x"), lambda: a.__setitem__(0, 1.5),
                lambda: Array("c", b"ab").__setattr__("value", b"abc")):
        try:
            bad()
        except (IndexError, TypeError, ValueError) as e:
            print(type(e).__name__, e)
    own = Lock()
    print(Value("d", 1.5, lock=own).get_lock() is own, Value("d", 1.5, lock=False), Value("b", 200).value)
    with a:
        a[0] += 100
    with a.get_lock():
        a[0] += 1
    print(a[0], Value("i").value, Array("d", 2)[:], Value("c", b"z").value, Value("u", "é").value)
    try:
        Value("i", lock=5)
    except AttributeError as e:
        print(e)
