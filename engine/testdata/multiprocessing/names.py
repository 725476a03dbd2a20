# How processes are named: by a counter of the parent, and as children of children.
import multiprocessing as mp


def grandchild(depth, conn):
    me = mp.current_process()
    conn.send((me.name, me._identity, mp.parent_process().name))
    if depth:
        p = mp.Process(target=grandchild, args=(depth - 1, conn))
        p.start()
        p.join()


if __name__ == "__main__":
    a, b = mp.Pipe()
    mp.Process()
    for depth in (0, 2):
        p = mp.Process(target=grandchild, args=(depth, b))
        p.start()
        p.join()
        while a.poll():
            print(a.recv())
    p.name = "renamed"
    print(p.name)
    try:
        p.name = 7
    except AssertionError as e:
        print("AssertionError:", e)
    print(mp.get_context("spawn").Process().name, mp.get_context("fork").Process().name)
