# Files over sockets: text, binary, unbuffered; what closing one and the other does.
import socket
import threading

a, b = socket.socketpair()


def answers():
    with b.makefile("rw", encoding="utf-8", newline="\n") as f:
        for line in f:
            f.write(f"<{line.strip()}>\n")
            f.flush()
    b.close()


t = threading.Thread(target=answers)
t.start()
with a.makefile("rw", encoding="utf-8", newline="\n") as f:
    for word in ("one", "größer", ""):
        f.write(word + "\n")
        f.flush()
        print(repr(f.readline()))
    a.shutdown(socket.SHUT_WR)
    print(repr(f.read()))
t.join()
print(a.fileno() >= 0, b.fileno())
a.close()

a, b = socket.socketpair()
f = b.makefile("rb")
b.close()
print(b.fileno() >= 0, f.name == b.fileno(), f.mode if hasattr(f, "mode") else None)
a.sendall(b"line 1\nline 2\nrest")
print(f.readline(), f.peek(3)[:4], f.read(4))
a.close()
print(f.read(), f.closed)
f.close()
print(b.fileno(), f.closed)

a, b = socket.socketpair()
raw = a.makefile("rb", buffering=0)
b.sendall(b"abcdef")
print(raw.read(2), raw.readable(), raw.writable(), raw.seekable(), type(raw).__name__)
buffer = bytearray(3)
print(raw.readinto(buffer), buffer)
a.settimeout(0.02)
try:
    raw.read(1)
    raw.read(1)
except TimeoutError as e:
    print(e)
try:
    raw.read(1)
except OSError as e:
    print(e)
raw.close()
for mode in ("x", "r+"):
    try:
        a.makefile(mode)
    except ValueError as e:
        print(e)
try:
    a.makefile("r", buffering=0)
except ValueError as e:
    print(e)
w = b.makefile("wb")
w.write(b"buffered")
a.settimeout(0.02)
try:
    a.recv(10)
except TimeoutError:
    print("nothing yet")
w.flush()
print(a.recv(100))
