# Greenlets as keys, in sets, compared and hashed; attributes survive their end.
from greenlet import getcurrent, greenlet

main = getcurrent()
state = {main: "main"}


def body(name):
    state[getcurrent()] = name
    getcurrent().label = name
    main.switch()
    return state[getcurrent()]


gs = [greenlet(body) for _ in range(3)]
for n, g in enumerate(gs):
    g.switch("g%d" % n)
print([state[g] for g in gs], state[main], len(state))
print(len({*gs, *gs, main}), gs[0] == gs[0], gs[0] == gs[1], gs[0] != gs[1])
print([g.switch() for g in gs], [g.label for g in gs])
print(hash(gs[0]) == hash(gs[0]), gs.index(gs[1]), main in state)
try:
    gs[0] < gs[1]
except TypeError as e:
    print(e)
try:
    greenlet.attribute = 1
except TypeError as e:
    print(type(e).__name__)
del gs[0].label
print(hasattr(gs[0], "label"), hasattr(gs[1], "label"))
print(isinstance(main, greenlet), issubclass(greenlet, object), callable(main))
