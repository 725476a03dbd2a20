# gr_frame: the frame in which a suspended greenlet waits; None in every other state.
from greenlet import getcurrent, greenlet

main = getcurrent()


def inner(depth):
    local_in_inner = depth * 10
    if depth:
        return inner(depth - 1)
    main.switch()
    return local_in_inner


def body():
    x = "local of body"
    inner(2)
    print("current's frame:", getcurrent().gr_frame is not None)
    main.switch()
    return x


g = greenlet(body)
print(g.gr_frame)
g.switch()
frame = g.gr_frame
names = []
while frame is not None:
    names.append((frame.f_code.co_name, frame.f_lineno))
    frame = frame.f_back
print(names)
print(g.gr_frame.f_locals)
print(g.gr_frame.f_back.f_locals)
g.switch()
print(g.gr_frame.f_code.co_name, sorted(g.gr_frame.f_locals))
g.switch()
print(g.gr_frame)
try:
    g.gr_frame = None
except AttributeError:
    print("cannot be set")
