"""Assigning to slices: any iterable fits a plain one, only equal lengths an extended one."""

def run(target, text):
    names = {"a": target}
    try:
        exec(text, names)
        print(text, "->", names["a"])
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error, names["a"])


for text in ("a[1:3] = 'xyz'", "a[:] = []", "a[2:1] = [9]", "a[9:] = [7, 8]", "a[-9:1] = (0,)", "a[1:1] = {5: 6}", "a[::2] = 'xyz'", "a[::2] = 'xy'", "a[::-1] = range(5)", "a[4:1:-1] = 'abc'",
             "a[1:3] = 5", "a[::2] = 5", "a[1:3] = None", "a[::0] = []", "a['x':] = []", "a[1:3] = a", "a[::-1] = a", "a[::2] = (i for i in range(3))", "a[9] = 1", "a[-6] = 1", "a[-5] = 1", "a['k'] = 1", "a[1.5] = 1", "a[10**30] = 1", "a[10**30:] = [1]",
             "del a[1:3]", "del a[:]", "del a[::2]", "del a[::-2]", "del a[9:]", "del a[5]", "del a[-1]", "del a['x']", "del a[3:1]", "del a[4:0:-3]", "del a[::0]", "del a[0], a[0]", "del a[-6]", "a[1:4:2], a[0] = 'xy', 'z'", "a[True] = 'one'", "a[1:2] += [8, 9]", "a[::2] *= 1", "a[0:2] = a[3:5] = 'q'", "a[:0] = (1 / 0 for _ in a)", "a[5:5:2] = 'x'", "a[0:5:9] = 'x'"):
    run(list(range(5)), text)
run((1, 2), "a[0] = 1")
run((1, 2), "del a[0]")
run((1, 2), "a[:] = [1]")
run(([],), "a[0] += [1]")
run("ab", "a[0] = 'x'")
run(range(3), "a[0] = 1")
run({1: 2}, "a[1:2] = 3")
run({1: 2}, "del a[5]")
run(None, "a[0] = 1")
run(5, "del a[0]")
run({1}, "a[0] = 1")
run(bytearray(b"abc"), "a[::2] = b'xy'")
run(bytearray(b"abc"), "del a[::2]")
