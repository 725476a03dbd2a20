# Locals, closures, loops and nested functions are as they were when a greenlet goes on.
from greenlet import getcurrent, greenlet

main = getcurrent()


def body(n):
    seen = []
    counter = 0

    def bump():
        nonlocal counter
        counter += 1
        return counter

    for i in range(n):
        for j in "xy":
            seen.append((i, j, bump()))
            command = main.switch(len(seen))
            if command == "skip":
                break
            if command == "locals":
                main.switch(sorted(locals()))
        else:
            seen.append(i)
    while True:
        try:
            bump()
            main.switch(counter)
        except LookupError as e:
            seen.append(type(e).__name__)
            break
        finally:
            seen.append("f")
    del i
    return seen, counter


g = greenlet(body)
print(g.switch(3))
print(g.switch("locals"))
print(g.switch())
print(g.switch("skip"))
for _ in range(3):
    print(g.switch(), end=" ")
print()
print(g.throw(KeyError))
print(g.dead)
factories = [greenlet(lambda k=k: main.switch(k) + k) for k in range(3)]
print([f.switch() for f in factories])
print([f.switch(10) for f in factories])
