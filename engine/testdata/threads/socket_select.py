# select(): readable, writable, a timeout, several sockets, closed ones.
import select
import socket
import threading
import time

pairs = [socket.socketpair() for _ in range(4)]
readers = [b for _, b in pairs]
print(select.select(readers, [], [], 0))
pairs[2][0].send(b"two")
pairs[0][0].send(b"zero")
ready, writable, _ = select.select(readers, [a for a, _ in pairs], [], 1)
print([readers.index(r) for r in ready], len(writable))
for r in ready:
    print(r.recv(10))
started = time.monotonic()
print(select.select(readers, [], [], 0.1), round(time.monotonic() - started, 1))


def later():
    time.sleep(0.1)
    pairs[3][0].send(b"late")


t = threading.Thread(target=later)
t.start()
ready, _, _ = select.select(readers, [], [])
print([readers.index(r) for r in ready], ready[0].recv(10))
t.join()
pairs[1][0].close()
ready, _, _ = select.select(readers, [], [], 1)
print([readers.index(r) for r in ready], ready[0].recv(10))
print(select.select([], [], [], 0.01))
print(select.select([readers[0].fileno()], [pairs[0][0].fileno()], [], 0)[1] == [pairs[0][0].fileno()])
readers[1].close()
for bad in ([readers[1]], [9999], ["x"], [-1], 5):
    try:
        select.select(bad, [], [], 0)
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    select.select([], [], [], -1)
except ValueError as e:
    print(e)


class HasFileno:
    def fileno(self):
        return readers[0].fileno()


thing = HasFileno()
pairs[0][0].send(b"!")
print(select.select([thing], [], [], 1)[0] == [thing])
