# list: every method, slices of all kinds, errors, aliasing, mutation during iteration.
a = [3, 1, 2]
a.append(4); a.extend((5, 6)); a.insert(-1, 9); a.insert(99, 7); a.insert(-99, 0)
print(a, a.index(9), a.index(1, 1), a.count(9), a.pop(), a.pop(0), a.pop(-2), a, a.copy() is a, a.remove(1), a.reverse(), a, a.sort(), a, a.clear(), a)
b = list(range(10))
b[2:5] = "xy"; b[::3] = [0, 0, 0]; del b[-2:]; b[1:1] = [8, 8]; b[5:2] = ["ins"]; del b[::4]
print(b, b[-3:], b[::-2], b[5:1:-1], b[100:], b[-100:2], b[slice(1, None)], b[:], b[True])
for action in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][1], lambda: [1].__setitem__(1, 0), lambda: [1].__delitem__(1), lambda: [1]["a"], lambda: [1][1.0], lambda: [1] + (2,), lambda: [1] * "a", lambda: [1, 2, 3].__setitem__(slice(0, 3, 2), [1]), lambda: [1].__setitem__(slice(0, 1), 5), lambda: [3, "a"].sort(), lambda: [1].insert("a", 1), lambda: [1].index(1, 5), lambda: [].extend(5), lambda: list(5), lambda: [1].sort(5), lambda: [1][::0], lambda: hash([]), lambda: [1].sort(key=5), lambda: list(1, 2)):
    try:
        print(action())
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
c = d = [1]
c += [2]; c *= 2
print(d, c is d, [[0] * 2] * 2, [1, 2] < [1, 3], [1] == [1.0], [] < [0], [1, 2] == (1, 2), [[]] * 3, [None] * 2 + [1], [1, 2, 3] > [1, 2], [float("nan")] == [float("nan")])
e = [1, 2, 3, 4]
for x in e:
    if x % 2:
        e.remove(x)
print(e, [e.pop() for _ in range(len(e))], e, [1, 2, 3].__contains__(2), [1].__len__(), list("ab").__iter__().__next__(), [*range(3)].__reversed__().__next__())
s = [5, 2, 8]
print(sorted(s, reverse=True), s.sort(key=lambda v: -v), s, sorted("bAc", key=str.lower), sorted([(1, "b"), (1, "a")], key=lambda p: p[0]), sorted([3, 1, 2], key=None), sorted({3: 1, 1: 2}), max([[1, 2], [1, 3]]))
try:
    s.sort(key=lambda v: s.append(v))
except ValueError as error:
    print(error, s)
