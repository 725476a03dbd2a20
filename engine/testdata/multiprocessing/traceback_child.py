# An exception that nobody catches in a child: printed there, with the process's name; the parent sees an exit code.
import multiprocessing as mp


def inner(n):
    return 10 // n


def outer(n):
    try:
        inner(n)
    except ZeroDivisionError as e:
        raise RuntimeError("outer failed") from e


if __name__ == "__main__":
    p = mp.Process(target=outer, args=(0,), name="Divider")
    p.start()
    p.join()
    print(p.exitcode)
    p = mp.Process(target=outer)
    p.start()
    p.join()
    print(p.exitcode)
