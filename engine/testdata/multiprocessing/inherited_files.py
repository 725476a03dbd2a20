# A forked process has its parent's descriptors: pipes of os, files with their common position, sockets that listen.
import multiprocessing as mp
import os
import socket
import tempfile


def serve(listener):
    conn, _ = listener.accept()
    with conn:
        conn.sendall(b"hello from " + mp.current_process().name.encode())


if __name__ == "__main__":
    r, w = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(r)
        os.write(w, b"through os.pipe")
        os._exit(0)
    os.close(w)
    print(os.read(r, 100), os.read(r, 100))
    os.waitpid(pid, 0)
    fd, path = tempfile.mkstemp()
    for text in (b"one ", b"two "):
        p = mp.Process(target=os.write, args=(fd, text))
        p.start()
        p.join()
        os.write(fd, b"parent ")
    os.close(fd)
    with open(path) as f:
        print(f.read())
    os.unlink(path)
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    p = mp.Process(target=serve, args=(listener,), name="server")
    p.start()
    data = b""
    with socket.create_connection(listener.getsockname()) as c:
        while part := c.recv(100):
            data += part
    print(data)
    p.join()
    print(p.exitcode)
