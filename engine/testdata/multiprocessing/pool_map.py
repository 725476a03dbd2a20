# Pool.map in all its forms: results in order, chunks, empty input, things that are no sequences.
from multiprocessing import Pool


def square(x):
    return x * x


def pair(x, y):
    return f"{x}-{y}"


def half(x):
    return x / 2 if x % 2 else x // 2


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(square, range(10)))
        print(pool.map(square, [3, 1, 2], chunksize=1))
        print(pool.map(square, (x for x in range(5)), 2))
        print(pool.map(str, {"b": 1, "a": 2}))
        print(pool.map(square, []), pool.starmap(pair, []))
        print(pool.starmap(pair, [(1, "a"), (2, "b")]))
        print(pool.starmap(pair, zip("xyz", range(3)), chunksize=2))
        print(pool.map(half, range(6)), sum(pool.map(square, range(1000))))
        print(pool.map(len, ["a", "bb", ()]), pool.map(str.upper, ["x"]), pool.starmap(pow, [(2, 5), (3, 2, 5)]))
        print(pool.map("{}!".format, range(3)), pool.map([10, 20, 30].__getitem__, [2, 0]))
    print(pool)
