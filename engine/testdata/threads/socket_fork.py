# Sockets across fork: a listener of the parent, a pair of which each process closes one end.
import os, socket
listener = socket.create_server(("127.0.0.1", 0))
pid = os.fork()
if pid == 0:
    with socket.create_connection(listener.getsockname()) as s:
        s.sendall(b"from the child")
        print("child got", s.recv(100), flush=True)
    os._exit(3)
conn, _ = listener.accept()
print("parent got", conn.recv(100), flush=True)
conn.sendall(b"answer")
print(conn.recv(10))
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
a, b = socket.socketpair()
if os.fork() == 0:
    a.close()
    b.sendall(b"inherited"); os._exit(0)
b.close()
print(a.recv(100), a.recv(100))
os.wait()
