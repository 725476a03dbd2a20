import gevent
from gevent.queue import Queue

class Actor(gevent.Greenlet):
    def __init__(self):
        self.inbox = Queue()
        gevent.Greenlet.__init__(self)

    def receive(self, message):
        raise NotImplementedError()

    def _run(self):
        self.running = True
        while self.running:
            self.receive(self.inbox.get())

class Pinger(Actor):
    def receive(self, message):
        print(message)
        if message == 'stop':
            self.running = False
        else:
            pong.inbox.put('ping')
        gevent.sleep(0)

class Ponger(Actor):
    count = 0

    def receive(self, message):
        print(message)
        self.count += 1
        ping.inbox.put('pong' if self.count < 3 else 'stop')
        gevent.sleep(0)

ping, pong = Pinger(), Ponger()
ping.start()
pong.start()
ping.inbox.put('start')
ping.join()
pong.kill()
print(ping.successful(), pong.dead)
