# The traceback of what was thrown in: where it was raised, through where it went.
import traceback
from greenlet import getcurrent, greenlet

main = getcurrent()


def waits():
    helper()


def helper():
    main.switch()


def shape(e):
    return [(f.name, f.line) for f in traceback.extract_tb(e.__traceback__)]


g = greenlet(waits)
g.switch()
try:
    g.throw(ValueError, "no traceback of its own")
except ValueError as e:
    for row in shape(e):
        print(row)
print("--")


def origin():
    raise KeyError("made here")


try:
    origin()
except KeyError as e:
    kept = e
g = greenlet(waits)
g.switch()
try:
    g.throw(KeyError, kept, kept.__traceback__)
except KeyError as e:
    for row in shape(e):
        print(row)
print("--")
g = greenlet(waits)
g.switch()
try:
    g.throw(kept)
except KeyError as e:
    print(e is kept)
    for row in shape(e):
        print(row)
