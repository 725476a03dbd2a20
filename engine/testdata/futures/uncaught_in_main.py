from concurrent.futures import ThreadPoolExecutor


def inner(x):
    return {}[x]


def work(x):
    return inner(x)


with ThreadPoolExecutor(1) as ex:
    print(list(ex.map(work, ["missing"])))
