# Lists, dicts, sets, tuples, slices, comprehensions, unpacking, walrus, sorting, strings and formats.
numbers = [5, 3, 8, 1]
numbers.append(4)
numbers.insert(1, 9)
numbers.sort(key=lambda n: -n)
print(numbers, numbers[1:-1], numbers[::-2], sorted(numbers), sum(numbers), min(numbers))
numbers[1:3] = [0, 0, 0]
del numbers[0]
print(numbers, numbers.count(0), numbers.index(4), 3 in numbers)

first, *middle, last = range(6)
print(first, middle, last, *"ab", sep="|")
(a, b), c = (1, 2), 3
a, b = b, a
print(a, b, c, [*range(3), *"xy"], {**{"k": 1}, "l": 2})

words = "the quick brown fox jumps over the lazy dog the end".split()
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
print(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3])
print({k: v for k, v in counts.items() if v > 1}, sorted({len(w) for w in words}))
by_length = {}
for word in words:
    by_length.setdefault(len(word), []).append(word)
print(by_length)
print(by_length.pop(5), list(by_length), 5 in by_length, by_length | {9: []})

s = {3, 1, 2} | {4} - {1}
print(s, s & {2, 9}, s ^ {3}, {1} <= s, frozenset([1]) == {1})

if (n := len(words)) > 10:
    print(f"{n} words, {n!r:>5}|{n:<5}|{n:^5}|{n:05d}|{n:x}|{n:,}|{n / 7:.3f}|{n:e}")
name, width = "Zoë 页", 8
print(f"{name:>{width}}|{name!a}|{'nested ' + f'{n + 1}'}|{n=}|{{}}")
print("%s has %d (%5.1f%%) %r" % ("list", 3, 99.5, "x"), "{0}-{1}-{0} {key:>4}".format(1, 2, key="k"))
print("a,b,,c".split(","), " x ".strip(), "x".join("abc"), "Hello"[1:3], "hello".title(), "abc".find("z"), "ab" * 2)
print("tEst".swapcase(), "x=1".partition("="), "a\tb\\n", repr("it's"), repr('"both" \'quotes\''), ascii("é"), "é".encode())

print([x * y for x in range(3) for y in range(3) if x != y], [[i for i in range(j)] for j in range(3)])
print(list(zip("abc", range(2))), list(enumerate("ab", 1)), list(map(str.upper, "ab")), list(filter(None, [0, 1, "", 2])))
print(any(n > 5 for n in range(3)), all([]), list(reversed([1, 2, 3])), divmod(-7, 3), -7 // 2, -7 % 3, 7 / 2, 2**100, 2**-1)
print(1_000_000 * 10**20, 0.1 + 0.2, 1e100, float("inf"), round(2.5), round(3.14159, 2), int("ff", 16), bin(10), 5 & 3 | 8, ~5, 1 << 70)

match {"type": "point", "at": [1, 2]}:
    case {"type": "point", "at": [x, y]} if x < y:
        print("point", x, y)
    case _:
        print("other")


def classify(value):
    match value:
        case 0 | 1:
            return "bit"
        case int(n) if n < 0:
            return f"negative {n}"
        case str() as text:
            return f"text {text}"
        case [first, *rest]:
            return f"list of {first} and {rest}"
        case None:
            return "nothing"
        case _:
            return "else"


print([classify(v) for v in (1, -5, "x", [1, 2, 3], None, 2.5, ())])


def f(a, b=2, /, c=3, *args, d, e=5, **more):
    return a, b, c, args, d, e, more


print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], **{"d": 3}))
for wrong in ("f()", "f(1)", "f(1, d=1, a=2, b=3)", "f(1, d=1, d2=2, c=1)"):
    try:
        print(eval(wrong))
    except TypeError as error:
        print(error)


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


step = counter()
step()
print(step(), step.__closure__[0].cell_contents, [f() for f in [lambda i=i: i for i in range(3)]])
i = 0
while i < 5:
    i += 1
    if i == 3:
        continue
    if i > 10:
        break
else:
    print("no break", i)
