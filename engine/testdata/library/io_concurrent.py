# Files shared by threads, pools and processes.
import logging
import multiprocessing
import os
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
lock = threading.Lock()


def append(name, n):
    for i in range(3):
        with lock, open(name, "a") as f:
            f.write(f"{n}:{i}\n")


def child(path, n):
    Path(path, f"{n}.out").write_text("x" * n)
    with open(Path(path, "all"), "a") as f:
        f.write(f"child {n}\n")


def size(path):
    with open(path, "rb") as f:
        return path.name, len(f.read())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as d:
        name = os.path.join(d, "log")
        threads = [threading.Thread(target=append, args=(name, n)) for n in range(4)]
        [t.start() for t in threads]
        [t.join() for t in threads]
        lines = open(name).read().split()
        print(len(lines), sorted(lines)[:4], [x for x in lines if x.startswith("2")])
        processes = [multiprocessing.Process(target=child, args=(d, n)) for n in (1, 2, 3)]
        [p.start() for p in processes]
        [p.join() for p in processes]
        print(sorted(Path(d, "all").read_text().splitlines()), [p.exitcode for p in processes])
        with ThreadPoolExecutor(3) as pool:
            print(sorted(pool.map(size, sorted(Path(d).glob("*.out")))))
        handler = logging.FileHandler(os.path.join(d, "app.log"), mode="w", encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
        log = logging.getLogger("app")
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        log.info("started %d", 1)
        log.debug("hidden")
        try:
            1 / 0
        except ZeroDivisionError:
            log.exception("went wrong")
        handler.close()
        text = Path(d, "app.log").read_text()
        print(text.splitlines()[0], "|", text.splitlines()[1], "|", text.splitlines()[-1], "hidden" in text)
        shared = open(os.path.join(d, "offsets"), "w+")
        shared.write("abcdef")
        shared.flush()
        print(os.lseek(shared.fileno(), 2, 0), os.read(shared.fileno(), 2), shared.seek(0), shared.read())
        shared.close()
    print(os.path.exists(d))
