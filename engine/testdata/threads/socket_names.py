# Names and addresses: getaddrinfo, gethostbyname, byte order, inet_aton and friends.
import socket

print(socket.gethostbyname("localhost"), socket.gethostbyname("127.0.0.1"), socket.gethostbyname(""))
print(socket.gethostbyname_ex("localhost"))
for info in socket.getaddrinfo("localhost", 8080, socket.AF_INET, socket.SOCK_STREAM):
    print(info)
print(socket.getaddrinfo("127.0.0.1", "http", proto=socket.IPPROTO_TCP))
print(socket.getaddrinfo(None, 80, socket.AF_INET, socket.SOCK_DGRAM, 0, socket.AI_PASSIVE))
print(len(socket.getaddrinfo("127.0.0.1", 80)))
print(type(socket.gethostname()) is str, socket.gethostbyname(socket.gethostname()).startswith("127."))
print(socket.inet_aton("127.0.0.1"), socket.inet_ntoa(b"\x0a\x00\x00\x01"), socket.inet_pton(socket.AF_INET, "1.2.3.4"))
print(socket.htons(80), socket.ntohs(20480), socket.htonl(1), socket.ntohl(16777216))
print(socket.getservbyname("http"), socket.getservbyport(443), socket.getprotobyname("tcp"))
print(repr(socket.AF_INET), repr(socket.SOCK_STREAM), socket.AF_INET == 2, f"{socket.SOCK_DGRAM}")
for fn in (lambda: socket.inet_aton("999.1.1.1"), lambda: socket.inet_ntoa(b"123"), lambda: socket.htons(70000),
           lambda: socket.gethostbyname("does-not-exist.invalid"), lambda: socket.getservbyname("nothing"),
           lambda: socket.htons(-1)):
    try:
        print(fn())
    except (OSError, OverflowError) as e:
        print(type(e).__name__, e)
s = socket.socket()
print(s.family, s.type, s.proto, s.getsockname())
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 5000)
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), s.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0,
      s.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF), s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE, 4))
s.close()
print(s)
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
    s.bind(("127.0.0.1", 0))
    print(repr(s).replace(str(s.getsockname()[1]), "PORT").replace(f"fd={s.fileno()}", "fd=N"))
