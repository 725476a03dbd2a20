# Switching to and throwing into oneself, and into main.
from greenlet import GreenletExit, getcurrent, greenlet

main = getcurrent()
print(main.switch("to myself"), main.switch(), main.switch(1, 2), main.switch(a=1))
try:
    main.throw(ValueError, "into myself")
except ValueError as e:
    print(repr(e))
try:
    main.throw()
except GreenletExit as e:
    print("exit in main", repr(e))


def body():
    me = getcurrent()
    print(me.switch("from me to me"))
    try:
        me.throw(KeyError("k"))
    except KeyError as e:
        print("caught", repr(e))
    print("parent got me:", me.parent.switch("up"))
    me.parent.throw(IndexError("into the parent"))
    print("resumed after the throw")
    me.throw()
    print("not reached")


g = greenlet(body)
print(g.switch())
try:
    g.switch("down")
except IndexError as e:
    print("main:", repr(e), g.dead)
print(repr(g.switch()), g.dead)
