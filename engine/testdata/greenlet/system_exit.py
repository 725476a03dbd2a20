# SystemExit and KeyboardInterrupt in a greenlet go to the parent like any exception.
import sys
from greenlet import getcurrent, greenlet

main = getcurrent()


def leaves(code):
    try:
        sys.exit(code)
    finally:
        print("cleanup")


try:
    greenlet(leaves).switch(3)
except SystemExit as e:
    print("main got", repr(e), e.code)


def interrupted():
    try:
        main.switch()
    except Exception:
        print("not an Exception")
    return "not reached"


g = greenlet(interrupted)
g.switch()
try:
    g.throw(KeyboardInterrupt)
except KeyboardInterrupt as e:
    print("main got", repr(e))


def nested():
    greenlet(leaves).switch("a message")


print("last words")
greenlet(nested).switch()
print("not reached")
