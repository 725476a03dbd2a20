# finally with return, break, continue; else; nested; what wins.
def returns():
    try:
        return "try"
    finally:
        return "finally"

def swallowed():
    try:
        1 / 0
    finally:
        return "swallowed"

def loops():
    out = []
    for n in range(5):
        try:
            if n == 1:
                continue
            if n == 3:
                break
            out.append(n)
        except ValueError:
            out.append("never")
        else:
            out.append("else")
        finally:
            out.append("f%d" % n)
    else:
        out.append("loop else")
    return out

def breaking():
    while True:
        try:
            1 / 0
        finally:
            break
    return "broke out"

def continuing():
    n = 0
    while n < 3:
        n += 1
        try:
            raise ValueError
        finally:
            continue
    return n

def generator():
    try:
        try:
            yield 1
        finally:
            yield 2
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("outer finally")

print(returns(), swallowed(), loops(), breaking(), continuing())
g = generator()
print(next(g), next(g))
g.close()
try:
    try:
        raise ValueError("a")
    except KeyError:
        print("never")
    else:
        print("never")
    finally:
        print("cleanup")
except ValueError as error:
    print("outer", error)
