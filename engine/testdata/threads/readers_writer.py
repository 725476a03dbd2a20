import threading
import time


class ReadWriteLock:
    def __init__(self):
        self.condition = threading.Condition()
        self.readers = 0
        self.writing = False

    def read(self):
        with self.condition:
            self.condition.wait_for(lambda: not self.writing)
            self.readers += 1

    def end_read(self):
        with self.condition:
            self.readers -= 1
            self.condition.notify_all()

    def write(self):
        with self.condition:
            self.condition.wait_for(lambda: not self.writing and self.readers == 0)
            self.writing = True

    def end_write(self):
        with self.condition:
            self.writing = False
            self.condition.notify_all()


lock = ReadWriteLock()
value = 0
log = []


def reader(delay):
    time.sleep(delay)
    lock.read()
    log.append(("read", value, lock.readers))
    time.sleep(0.1)
    lock.end_read()


def writer(delay, v):
    global value
    time.sleep(delay)
    lock.write()
    value = v
    log.append(("write", v, lock.readers))
    time.sleep(0.1)
    lock.end_write()


threads = [threading.Thread(target=f, args=a) for f, a in
           ((reader, (0,)), (reader, (0.04,)), (writer, (0.07, 5)), (reader, (0.2,)), (writer, (0.45, 6)))]
for t in threads:
    t.start()
for t in threads:
    t.join()
for entry in log:
    print(entry)
