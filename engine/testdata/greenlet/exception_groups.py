# except*, exception groups and notes across greenlets.
from greenlet import getcurrent, greenlet

main = getcurrent()


def fails(kind, text):
    main.switch()
    raise kind(text)


gs = [greenlet(fails) for _ in range(3)]
for g, args in zip(gs, ((ValueError, "v"), (KeyError, "k"), (OSError, "o"))):
    g.switch(*args)
errors = []
for n, g in enumerate(gs):
    try:
        g.switch()
    except Exception as e:
        e.add_note("greenlet %d" % n)
        errors.append(e)
try:
    raise ExceptionGroup("all", errors)
except* KeyError as eg:
    print("keys", eg.exceptions, eg.exceptions[0].__notes__)
except* (ValueError, OSError) as eg:
    print("others", eg.exceptions)


def handles():
    try:
        main.switch("ready")
    except* ValueError as eg:
        main.switch(["caught", *map(repr, eg.exceptions)])
    return "handled"


g = greenlet(handles)
print(g.switch())
print(g.throw(ExceptionGroup("thrown", [ValueError(1), ValueError(2)])))
print(g.switch())
g = greenlet(handles)
g.switch()
print(g.throw(ValueError("bare")))
try:
    g.throw(ExceptionGroup("more", [TypeError("t")]))
except BaseException as e:
    print(type(e).__name__, e, g.dead)
