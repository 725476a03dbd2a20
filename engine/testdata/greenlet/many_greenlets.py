# Thousands of suspended greenlets, resumed in any order.
from greenlet import getcurrent, greenlet

main = getcurrent()
N = 5000


def body(n):
    total = n
    while True:
        got = main.switch(total)
        if got is None:
            return total
        total += got


gs = [greenlet(body) for _ in range(N)]
print(sum(g.switch(n) for n, g in enumerate(gs)))
print(sum(g.switch(1) for g in reversed(gs)))
print(sum(g.switch(n % 3) for n, g in enumerate(gs)))
print(sum(g.switch(None) for g in gs[::2]) + sum(g.switch(None) for g in gs[1::2]))
print(all(g.dead for g in gs), not any(gs))


def chain(n):
    if n:
        child = greenlet(chain)
        return child.switch(n - 1) + 1
    return 0


print(chain(50))


def ring(n, rounds):
    members = []
    count = 0

    def member(i):
        nonlocal count
        for _ in range(rounds):
            count += 1
            members[(i + 1) % n].switch(*(() if members[(i + 1) % n] else ((i + 1) % n,)))

    members.extend(greenlet(member) for _ in range(n))
    members[0].switch(0)
    return count


print(ring(100, 20))
