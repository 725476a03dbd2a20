# A proxy hands out copies: changing them changes nothing; proxies may lie in each other.
from multiprocessing import Manager, Pool


def set_square(args):
    d, n = args
    d[n] = n * n
    return len(d) > 0


if __name__ == "__main__":
    with Manager() as m:
        d = m.dict(plain=[1], managed=m.list([1]))
        d["plain"].append(2)
        d["managed"].append(2)
        print(d["plain"], d["managed"])
        copy = d["plain"]
        copy.append(3)
        d["plain"] = copy
        print(d["plain"])
        outer = m.list([m.dict(a=1), [0]])
        outer[0]["b"] = 2
        outer[1].append(1)
        print(outer[0], outer[1], type(outer[0]).__name__)
        squares = m.dict()
        with Pool(3) as pool:
            print(all(pool.map(set_square, [(squares, n) for n in range(5)])))
        print(sorted(squares.items()))
        other = m.dict(squares)
        other.update(extra=1)
        print(len(other), len(squares), other == squares, other.copy() == dict(other))
