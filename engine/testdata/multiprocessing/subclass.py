# A subclass of Process says in run() what it does; what it sets on itself stays in the child.
import multiprocessing as mp


class Worker(mp.Process):
    def __init__(self, n, conn):
        super().__init__(name=f"worker-{n}")
        self.n = n
        self.conn = conn
        self.result = None

    def run(self):
        self.result = self.n ** 2
        self.conn.send((self.name, self.result, mp.current_process() is self, self._parent_pid is not None))
        if self.n == 2:
            raise SystemExit(self.n)


if __name__ == "__main__":
    workers = []
    for n in range(3):
        a, b = mp.Pipe(duplex=False)
        w = Worker(n, b)
        w.start()
        workers.append((w, a))
    for w, a in workers:
        print(a.recv())
        w.join()
        print(w.name, w.result, w.exitcode)
    print(mp.current_process().name, mp.parent_process(), mp.Process().name, mp.Process(name="x").name)
