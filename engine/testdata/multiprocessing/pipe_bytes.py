# Bytes through a pipe: parts of a buffer, limits, receiving into a buffer.
import multiprocessing as mp


def attempt(what, *args):
    try:
        print(what(*args))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "args", None) if isinstance(e, mp.BufferTooShort) else "")


if __name__ == "__main__":
    r, w = mp.Pipe(False)
    for args in ((b"abcdef",), (b"abcdef", 2), (b"abcdef", 2, 3), (bytearray(b"xyz"),), (memoryview(b"12345")[1:4],), (b"",)):
        w.send_bytes(*args)
        print(r.recv_bytes())
    for args in ((b"abc", 4), (b"abc", -1), (b"abc", 1, 5), (b"abc", 0, -1), ("text",), (5,)):
        attempt(w.send_bytes, *args)
    buf = bytearray(8)
    w.send_bytes(b"abc")
    print(r.recv_bytes_into(buf), buf)
    w.send_bytes(b"def")
    print(r.recv_bytes_into(buf, 5), buf)
    w.send_bytes(b"too long for it")
    attempt(r.recv_bytes_into, buf)
    for offset in (-1, 9):
        attempt(r.recv_bytes_into, buf, offset)
    attempt(r.recv_bytes, -1)
    w.send_bytes(b"1234")
    print(r.recv_bytes(4))
    w.send_bytes(b"12345")
    attempt(r.recv_bytes, 4)
    print(r.closed)
