from concurrent.futures import ThreadPoolExecutor


def leaf(n):
    return n * n


def node(ex, n):
    return sum(f.result() for f in [ex.submit(leaf, i) for i in range(n)])


with ThreadPoolExecutor(4) as outer, ThreadPoolExecutor(2) as inner:
    print([f.result() for f in [outer.submit(node, inner, n) for n in range(6)]])


def submit_later(ex, n):
    return ex.submit(leaf, n)


with ThreadPoolExecutor(2) as ex:
    print(ex.submit(submit_later, ex, 7).result().result())
