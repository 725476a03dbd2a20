import threading
import time


class Ticker(threading.Thread):
    def __init__(self, interval):
        super().__init__(name="ticker", daemon=True)
        self.interval = interval
        self._stop_event = threading.Event()
        self.ticks = 0

    def run(self):
        while not self._stop_event.wait(self.interval):
            self.ticks += 1

    def stop(self):
        self._stop_event.set()
        self.join()


t = Ticker(0.05)
t.start()
time.sleep(0.28)
t.stop()
print(t.ticks, t.is_alive())
