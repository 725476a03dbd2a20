# The module selectors: register, modify, unregister, get_map, data, and each kind of selector.
import selectors
import socket


def names(found):
    return sorted((key.data, events) for key, events in found)


for cls in (selectors.DefaultSelector, selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    a, b = socket.socketpair()
    with cls() as sel:
        key = sel.register(a, selectors.EVENT_READ, "a")
        sel.register(b, selectors.EVENT_READ | selectors.EVENT_WRITE, "b")
        print(cls.__name__, key.fileobj is a, key.fd == a.fileno(), key.events, key.data)
        print(names(sel.select(0)))
        b.send(b"hello")
        print(names(sel.select(1)))
        sel.modify(b, selectors.EVENT_READ, "b now")
        print(names(sel.select(1)), sel.get_key(b).data, len(sel.get_map()))
        a.recv(10)
        print(names(sel.select(0.01)), names(sel.select(-1)))
        for label, fn in (("again", lambda: sel.register(a, 1)), ("events", lambda: sel.register(5, 0)),
                          ("object", lambda: sel.register("x", 1)), ("unknown", lambda: sel.unregister(99)),
                          ("key", lambda: sel.get_key(99)), ("modify", lambda: sel.modify(99, 1))):
            try:
                fn()
            except (KeyError, ValueError) as e:
                print(label, type(e).__name__)
        print(sel.unregister(a).data, a in sel.get_map(), b in sel.get_map(), list(sel.get_map()) == [b.fileno()])
        b.close()
        print(sel.unregister(b).data, len(sel.get_map()))
    print(sel.get_map())
    a.close()
print(selectors.DefaultSelector is selectors.EpollSelector)
