from concurrent.futures import ThreadPoolExecutor
import sys


def count_down(ex, n):
    return ex.submit(count_down, ex, n - 1).result() + 1 if n else 0


with ThreadPoolExecutor(10) as ex:
    print(ex.submit(count_down, ex, 8).result(), len(ex._threads))


def leaves():
    sys.exit(3)


with ThreadPoolExecutor(1) as ex:
    try:
        ex.submit(leaves).result()
    except SystemExit as e:
        print("SystemExit", e.code)
    print("the worker lives:", ex.submit(int, "1").result())
