# What the ends of a pipe refuse, and when the end of the messages is seen.
import multiprocessing as mp


def attempt(what, *args):
    try:
        print(what(*args))
    except Exception as e:
        print(type(e).__name__, e)


def writer(r, w):
    r.close()
    for word in ("one", "two"):
        w.send(word)
    w.close()
    attempt(w.send, "three")


if __name__ == "__main__":
    r, w = mp.Pipe(duplex=False)
    print(r.readable, r.writable, w.readable, w.writable, r.closed)
    attempt(r.send, 1)
    attempt(w.recv)
    attempt(w.poll)
    p = mp.Process(target=writer, args=(r, w))
    p.start()
    w.close()
    print(r.recv(), r.recv())
    p.join()
    print(r.poll(), r.poll(None))
    attempt(r.recv)
    attempt(r.recv)
    r.close()
    attempt(r.recv)
    attempt(r.poll)
    attempt(r.fileno)
    a, b = mp.Pipe()
    with a:
        a.send([1, {"x": (2, 3)}, None])
        print(b.recv())
    print(a.closed)
    attempt(b.recv)
    attempt(b.send, 1)
    r, w = mp.Pipe(False)
    r.close()
    attempt(w.send, 1)
