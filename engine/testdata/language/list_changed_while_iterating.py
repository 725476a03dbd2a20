# Lists and bytearrays that change while they are iterated over.
l = [1, 2, 3]
for x in l:
    if len(l) < 6:
        l.append(x * 10)
print(l)
it = iter(l)
list(it)
l.append("late")
print(list(it))
it = reversed(l)
l.clear()
print(list(it), it.__length_hint__())
it = iter(l)
print(it.__length_hint__(), list(it), it.__length_hint__())
b = bytearray(b"abc")
for i, x in enumerate(b):
    if i < 3:
        b.append(x + 1)
    if i == 4:
        b.clear()
print(i, b)
it = iter(bytearray(b"xyz"))
next(it)
print(it.__length_hint__(), it.__reduce__()[1], list(it), it.__reduce__())
l = [1, 2, 3, 4]
for x in l:
    l.remove(x)
print(l)
l = [1, 2]
l.extend(x * 10 for x in l if len(l) < 5)
print(l)
l[:] = (l.pop() for _ in range(2))
print(l)
l = list(range(5))
l[1:3] = l
print(l, [l.pop(0) for _ in l], l)
a = [1]
a += a
a *= 2
a.extend(a)
print(a)
