# connection.wait: the ready ones among connections and sentinels.
import multiprocessing as mp
import time
from multiprocessing.connection import wait


def sender(conn, delay, word):
    time.sleep(delay)
    conn.send(word)
    conn.close()


if __name__ == "__main__":
    readers = []
    for delay, word in ((0.3, "third"), (0.1, "first"), (0.2, "second")):
        r, w = mp.Pipe(duplex=False)
        readers.append(r)
        p = mp.Process(target=sender, args=(w, delay, word))
        p.start()
        w.close()
    print(wait(readers, 0.01), wait([], 0))
    while readers:
        for r in wait(readers):
            try:
                print(r.recv())
            except EOFError:
                readers.remove(r)
    processes = [mp.Process(target=time.sleep, args=(t,)) for t in (0.3, 0.1, 0.2)]
    for p in processes:
        p.start()
    left = {p.sentinel: i for i, p in enumerate(processes)}
    while left:
        for s in wait(list(left), timeout=5):
            print("ended:", left.pop(s))
    print([p.exitcode for p in processes])
