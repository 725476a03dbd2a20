# SharedMemory: by name in another process, close, unlink, errors.
from multiprocessing import Process, shared_memory


def child(name):
    block = shared_memory.SharedMemory(name)
    block.buf[1] = 77
    block.buf[2:4] = b"hi"
    print("child sees", block.buf[0], block.size, flush=True)
    block.close()


def listed(name):
    items = shared_memory.ShareableList(name=name)
    items[0] += 1
    items[2] = "new"
    items.shm.close()


if __name__ == "__main__":
    block = shared_memory.SharedMemory(create=True, size=16)
    print(block.name.startswith("psm_"), block.size, type(block.buf).__name__)
    block.buf[0] = 5
    p = Process(target=child, args=(block.name,))
    p.start()
    p.join()
    print(bytes(block.buf[:5]), p.exitcode)
    block.close()
    print(block.buf)
    block.unlink()
    try:
        shared_memory.SharedMemory(block.name)
    except FileNotFoundError as e:
        print(type(e).__name__, e.errno)
    for bad in (dict(create=True), dict(create=True, size=-1), dict()):
        try:
            shared_memory.SharedMemory(**bad)
        except ValueError as e:
            print(e)
    items = shared_memory.ShareableList([1, 2.5, "text", b"by", None, True])
    p = Process(target=listed, args=(items.shm.name,))
    p.start()
    p.join()
    print(list(items), len(items), items[-1], items.count(2.5), items.index("new"), items.format)
    for bad in (lambda: items.__setitem__(2, "x" * 50), lambda: items[9], lambda: items.__setitem__(9, 1),
                lambda: items.index(99)):
        try:
            bad()
        except (ValueError, IndexError) as e:
            print(type(e).__name__, e)
    items.shm.close()
    items.shm.unlink()
