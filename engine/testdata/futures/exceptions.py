from concurrent.futures import ThreadPoolExecutor


def divide(a, b):
    return a / b


with ThreadPoolExecutor(2) as ex:
    f = ex.submit(divide, 1, 0)
    e = f.exception()
    print(type(e).__name__, e, e.__traceback__ is not None)
    for _ in range(2):
        try:
            f.result()
        except ZeroDivisionError as e:
            print("caught", e)
    g = ex.submit(divide, 1)
    print(g.exception())
    ex.submit(divide, 1, 0)     # nobody asks
    try:
        list(ex.map(divide, [1, 2], [1, 0]))
    except ZeroDivisionError as e:
        print("map", e)
    h = ex.submit(divide, 2, 0)
    h.result()
