# create_datagram_endpoint: packets to a protocol, with and without a remote address.
import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
        print("server made", type(transport).__name__)

    def datagram_received(self, data, addr):
        print("server got", data, addr[0])
        self.transport.sendto(data[::-1], addr)

    def connection_lost(self, exc):
        print("server lost", exc)


class Client(asyncio.DatagramProtocol):
    def __init__(self, n):
        self.left = n
        self.done = asyncio.get_running_loop().create_future()
        self.got = []

    def connection_made(self, transport):
        for n in range(self.left):
            transport.sendto(b"packet %d" % n)

    def datagram_received(self, data, addr):
        self.got.append(data)
        self.left -= 1
        if not self.left:
            self.done.set_result(None)

    def error_received(self, exc):
        print("error", type(exc).__name__)
        if not self.done.done():
            self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    server, protocol = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    address = server.get_extra_info("sockname")
    print(address[0], server.get_extra_info("peername"), server.is_closing())
    client, p = await loop.create_datagram_endpoint(lambda: Client(3), remote_addr=address)
    await p.done
    print(p.got, client.get_extra_info("peername") == address)
    client.close()
    free, q = await loop.create_datagram_endpoint(lambda: Client(0), local_addr=("127.0.0.1", 0))
    q.left = 1
    free.sendto(b"to whom", address)
    await q.done
    print(q.got)
    for bad, error in (("text", TypeError),):
        try:
            free.sendto(bad, address)
        except error as e:
            print(e)
    free.close()
    server.close()
    await asyncio.sleep(0)
    print(server.is_closing())
    nobody, r = await loop.create_datagram_endpoint(lambda: Client(1), remote_addr=address)
    await asyncio.wait_for(r.done, 1)
    nobody.close()
    try:
        await loop.create_datagram_endpoint(lambda: Client(1))
    except ValueError as e:
        print(e)


asyncio.run(main())
