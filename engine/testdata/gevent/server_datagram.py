# DatagramServer: packets, answers to their senders.
import gevent
from gevent import socket
from gevent.server import DatagramServer


class Echo(DatagramServer):
    def handle(self, data, address):
        received.append(data)
        if data == b"slow":
            gevent.sleep(0.02)
        self.socket.sendto(b"echo " + data, address)


received = []
server = Echo(("127.0.0.1", 0))
server.start()
print(server.started, server.server_port > 0)
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.connect(server.address)
s.send(b"slow")
s.send(b"fast")
s.settimeout(2)
print(s.recv(100), s.recv(100))
for n in range(3):
    s.send(b"packet %d" % n)
print(sorted(s.recvfrom(100)[0] for _ in range(3)))
print(received)
t = socket.socket(type=socket.SOCK_DGRAM)
print(t.sendto(b"unconnected", server.address))
data, sender = t.recvfrom(100)
print(data, sender == server.address)
server.stop()
print(server.closed)
s.settimeout(0.05)
s.send(b"nobody")
try:
    s.recv(10)
except (ConnectionRefusedError, TimeoutError) as e:
    print(type(e).__name__)
