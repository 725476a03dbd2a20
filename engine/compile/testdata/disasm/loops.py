def squares(n):
    i = s = 0
    while i < n:
        s += i * i
        i += 1
    return s


def odd(n):
    t = 0
    for i in range(n):
        if i % 2:
            t += i
    return t


def closures(a):
    def inc(by=1, *, twice=False):
        nonlocal a
        a = a + by * 2 if twice else a + by
        return a
    return [inc() for _ in range(3)], (x for x in [a] if x > 0 and not x == 3)


async def gather(*jobs):
    try:
        return [await j for j in jobs]
    except* OSError as e:
        raise RuntimeError from e
    finally:
        await jobs[0].close(timeout=1)
