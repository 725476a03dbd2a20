# Messages on a stream: length prefixes, parts that arrive in pieces, several in one piece.
import socket
import struct
import threading
import time


def send_message(sock, payload):
    sock.sendall(struct.pack(">I", len(payload)) + payload)


def read_exactly(sock, n):
    data = bytearray()
    while len(data) < n:
        part = sock.recv(n - len(data))
        if not part:
            raise EOFError(f"{len(data)} of {n} bytes")
        data += part
    return bytes(data)


def receive_message(sock):
    (length,) = struct.unpack(">I", read_exactly(sock, 4))
    return read_exactly(sock, length)


a, b = socket.socketpair()
for payload in (b"one", b"", b"three" * 3):
    send_message(a, payload)
print([receive_message(b) for _ in range(3)])


def slowly():
    whole = struct.pack(">I", 10) + b"0123456789"
    for n in range(0, len(whole), 3):
        a.sendall(whole[n:n + 3])
        time.sleep(0.01)
    send_message(a, b"y" * 300_000)
    a.sendall(struct.pack(">I", 100) + b"only a part")
    a.close()


t = threading.Thread(target=slowly)
t.start()
print(receive_message(b))
print(len(receive_message(b)))
try:
    receive_message(b)
except EOFError as e:
    print("EOFError:", e)
t.join()
try:
    receive_message(b)
except EOFError as e:
    print("EOFError:", e)
