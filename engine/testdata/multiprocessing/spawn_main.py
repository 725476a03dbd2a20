# spawn: the child imports the main file again, as __mp_main__, and gets its arguments pickled.
import multiprocessing as mp

print("running", __name__)
setting = "as in the file"


class Job:
    def __init__(self, n):
        self.n = n

    def __call__(self, conn):
        conn.send((self.n, setting, __name__, mp.current_process().name, mp.parent_process().name))


if __name__ == "__main__":
    setting = "changed"
    for method in ("spawn", "fork", "forkserver"):
        ctx = mp.get_context(method)
        a, b = ctx.Pipe()
        p = ctx.Process(target=Job(len(method)), args=(b,))
        p.start()
        print(method, type(p).__name__, a.recv())
        p.join()
        print(p.exitcode)
    try:
        ctx.Process(target=lambda: None).start()
    except Exception as e:
        print(type(e).__name__)
