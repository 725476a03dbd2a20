# A switch from deep inside ordinary calls, and a generator made of a greenlet.
from greenlet import getcurrent, greenlet


def walk(tree, visit):
    if tree is None:
        return
    left, value, right = tree
    walk(left, visit)
    visit(value)
    walk(right, visit)


def values(tree):
    caller = getcurrent()
    done = object()

    def run():
        walk(tree, lambda value: caller.switch(value))
        return done

    walker = greenlet(run)
    while (value := walker.switch()) is not done:
        yield value


a = ((None, 1, None), 2, ((None, 3, None), 4, None))
b = (None, 1, (None, 2, (None, 3, (None, 4, None))))
print(list(values(a)), list(values(a)) == list(values(b)))


def ring(n, rounds):
    log = []
    members = []

    def member(i):
        for r in range(rounds):
            log.append(f"{i}.{r}")
            members[(i + 1) % n].switch()

    members.extend(greenlet(lambda i=i: member(i)) for i in range(n))
    members[0].switch()
    return log


print(ring(3, 2))
