# Contexts: the same names for each start method; locks, queues and pools of a context.
import multiprocessing as mp
import os


def task(q, v, word):
    with v.get_lock():
        v.value += len(word)
    q.put((word, __name__ in ("__main__", "__mp_main__")))


def square(x):
    return x * x


if __name__ == "__main__":
    print(mp.get_all_start_methods(), mp.get_start_method())
    for method in ("fork", "spawn"):
        ctx = mp.get_context(method)
        q, v = ctx.Queue(), ctx.Value("i", 0)
        ps = [ctx.Process(target=task, args=(q, v, w)) for w in ("a", "bb", "ccc")]
        for p in ps:
            p.start()
        print(method, sorted(q.get() for _ in ps), [p.join() for p in ps] and v.value, type(ps[0]).__name__)
        with ctx.Pool(2) as pool:
            print(pool.map(square, range(4)), pool._pool[0].name.split("-")[0])
    for bad in ("thread", None, "fork"):
        try:
            print(type(mp.get_context(bad)).__name__)
        except ValueError as e:
            print(e)
    try:
        mp.set_start_method("fork")
    except RuntimeError as e:
        print(e)
    import pickle
    for obj in (mp.Queue(), mp.Lock(), mp.Value("i"), mp.Event()):
        try:
            pickle.dumps(obj)
        except RuntimeError as e:
            print(e)
