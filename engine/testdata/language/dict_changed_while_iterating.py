# Iterating over a dict or set that changes: when it is noticed, and what is left of the iterator.
def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


d = {1: "a", 2: "b", 3: "c"}
it = iter(d)
print(next(it))
d[4] = "d"
t(next, it)
t(next, it)
del d[4]
t(next, it)

d = {1: 1, 2: 2, 3: 3}
it = iter(d.items())
next(it)
del d[3]
d[5] = 5
print(list(it))

d = {1: 1, 2: 2, 3: 3}
it = iter(d.values())
print(it.__length_hint__())
for v in it:
    d[v] = v * 10
print(d, list(it), it.__length_hint__())
d[9] = 9
t(next, it)

d = dict.fromkeys(range(3))
seen = []
try:
    for k in d:
        seen.append(k)
        del d[k]
        d[k + 10] = None
except RuntimeError as e:
    print(seen, e)

d = {1: 1}
t(lambda: [d.update({k + 1: 1}) for k in d])
t(lambda: {k: d.pop(k) for k in d})


def growing(d):
    for k in reversed(d):
        d[object()] = 1


t(growing, {1: 1, 2: 2})
s = {1, 2, 3}
it = iter(s)
next(it)
s.add(99)
t(next, it)
t(next, it)
t(lambda: [s.discard(x) for x in s])
s = {1}
it = iter(s)
print(list(it), next(it, "end"))
s.add(2)
print(next(it, "still at its end"))


def during(d):
    for i, k in enumerate(d):
        if i == 0:
            d.clear()


t(during, {1: 1, 2: 2})
t(during, {1: 1})
