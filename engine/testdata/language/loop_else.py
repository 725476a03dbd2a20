# else of for and while; break and continue through finally and with.
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__)
        return self.swallow


def search(items, wanted):
    for item in items:
        if item == wanted:
            break
        if item is None:
            return "returned"
    else:
        return "exhausted"
    return "broken"


print(search([], 1), search([1], 1), search([2], 1), search([None], 1))
n = 0
while n < 3:
    n += 1
    if n == 2:
        continue
else:
    print("while else", n)
while True:
    try:
        break
    finally:
        print("finally of break")
else:
    print("never")
for i in range(3):
    try:
        if i == 0:
            continue
        1 / (i - 1)
    except ZeroDivisionError:
        print("except", i)
        continue
    else:
        print("else", i)
    finally:
        print("finally", i)
for i in range(3):
    try:
        raise KeyError(i)
    finally:
        if i < 2:
            continue
        break
print("loop ended", i)
for i in range(2):
    with Manager(f"m{i}", swallow=True):
        if i:
            break
        raise ValueError
else:
    print("never")
for i in range(3):
    for j in range(3):
        if j == 1:
            break
    else:
        print("never")
    if i == 1:
        break
else:
    print("never")
print(i, j)
for i in range(2):
    for i in "ab":
        pass
print(i)
data = [1, 2, 3, 4]
for item in data:
    data.remove(item)
print(data)
for data[0] in range(3):
    pass
print(data)
for x, in [(1,), (2,)]:
    print(x, end=" ")
print()
def finally_wins():
    for _ in range(2):
        try:
            return "try"
        finally:
            break
    return "after"
print(finally_wins())
