# A pipe holds 64 KiB: who writes more waits for the reader.
import multiprocessing as mp
import time


def writer(w, started, written):
    started.set()
    w.send_bytes(b"x" * 200_000)
    written.set()
    for i in range(3):
        w.send_bytes(bytes([65 + i]) * 50_000)
    w.close()


if __name__ == "__main__":
    started, written = mp.Event(), mp.Event()
    r, w = mp.Pipe(False)
    p = mp.Process(target=writer, args=(w, started, written))
    p.start()
    w.close()
    started.wait()
    time.sleep(0.2)
    print("written before it is read:", written.is_set())
    print(len(r.recv_bytes()))
    written.wait()
    while True:
        try:
            data = r.recv_bytes()
        except EOFError:
            print("end")
            break
        print(data[:1], len(data))
    p.join()
    print(p.exitcode)
