# slice objects: indices, comparison, attributes, with huge and odd values.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), s.indices(100), slice(None).indices(3), slice(None, None, -1).indices(4), slice(-2, None).indices(5), slice(5).indices(3), slice(10**20).indices(5), slice(-(10**20), 10**20).indices(4), slice(3, 1).indices(5), slice(None, -10, -1).indices(3))
print(slice(1, 2) == slice(1, 2), slice(1, 2) < slice(1, 3), slice("a", None), slice(None, None, None), [0, 1, 2, 3][slice(1, 3)], "abcdef"[slice(None, None, 2)], (1, 2, 3)[slice(-1, None, -1)], b"abc"[slice(1)])
for action in (lambda: slice(), lambda: hash(slice(1)), lambda: s.indices(-1), lambda: s.indices("x"), lambda: slice(1, 2, 0).indices(5), lambda: [1][slice("a")], lambda: [1][slice(1.5)], lambda: setattr(s, "start", 5), lambda: slice(1, 2, 3, 4), lambda: [1, 2][1:"x"], lambda: [1, 2][::0], lambda: slice(1) < 5, lambda: s[0], lambda: len(s)):
    try:
        print(action())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
class Show:
    def __getitem__(self, key):
        return key
class Index:
    def __index__(self):
        return 2
x = Show()
print(x[1:2], x[::], x[:, 1], x[..., 1:], x[1:2, 3:4:5], x[()], x["a":"b"], x[(1, 2)], x[1,], x[None:None], x[*[1, 2]], x[*(), 3])
print([0, 1, 2, 3][Index():], "abcd"[:Index()], list(range(5))[::Index()], [1, 2, 3][-10**30:10**30], [1, 2, 3][10**30:], [1, 2, 3][True:], "hello"[-3:-1], "hello"[10:20], "hello"[4:1:-1], "hello"[::-2])
a = list(range(6))
a[1:3], a[::-3] = "xy", [10, 20]
print(a)
