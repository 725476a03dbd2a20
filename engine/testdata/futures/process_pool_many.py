# Many small calls, big arguments and results, futures in dicts.
from concurrent.futures import ProcessPoolExecutor, as_completed


def length(data):
    return len(data)


def repeat(text, n):
    return text * n


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


if __name__ == "__main__":
    with ProcessPoolExecutor(4) as executor:
        names = {executor.submit(collatz, n): n for n in range(1, 60)}
        best = max((f.result(), names[f]) for f in as_completed(names))
        print(best)
        print(executor.submit(length, "x" * 300000).result(), len(executor.submit(repeat, "ab", 150000).result()))
        print(sum(executor.map(collatz, range(1, 300), chunksize=25)))
        print(list(executor.map(length, [b"x" * 10 ** k for k in range(6)])))
