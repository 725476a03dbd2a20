# A greenlet that does not end when it is collected is reported, and lives on.
from greenlet import GreenletExit, getcurrent, greenlet

main = getcurrent()
saved = []


def body():
    try:
        main.switch()
    except GreenletExit:
        print("resists")
        saved.append(getcurrent())
        main.switch()
        print("and goes on")


g = greenlet(body)
g.switch()
del g
print("main goes on", len(saved))
saved[0].switch()
print(saved[0].dead)


def fails():
    try:
        main.switch()
    finally:
        raise ValueError("in the cleanup")


g = greenlet(fails)
g.switch()
try:
    del g
except ValueError:
    print("not raised here")
print("end")
