# The repr of a greenlet in each of its states.
from greenlet import getcurrent, greenlet

main = getcurrent()


def body():
    print("inside:", g)
    print("main from inside:", main)
    main.switch()


class Named(greenlet):
    pass


print("main:", main)
g = greenlet(body)
print("new:", g)
g.switch()
print("suspended:", g)
g.switch()
print("dead:", g)
n = Named(lambda: print("named inside:", n))
print(n)
n.switch()
print(n, str(n) == repr(n))
k = greenlet(body)
k.throw()
print("killed:", k)
print(greenlet, Named)
