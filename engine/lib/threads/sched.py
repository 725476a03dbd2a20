import heapq
import threading
import time
from collections import namedtuple

__all__ = ["scheduler"]

_MISSING = object()


class Event(namedtuple("Event", "time, priority, sequence, action, argument, kwargs")):
    # Events compare by time, priority and order of entry, before anything of a program is compared.
    __slots__ = ()


class scheduler:
    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._lock = threading.RLock()
        self._events = []
        self._entered = 0

    def enterabs(self, time, priority, action, argument=(), kwargs=_MISSING):
        if kwargs is _MISSING:
            kwargs = {}
        with self._lock:
            event = Event(time, priority, self._entered, action, argument, kwargs)
            self._entered += 1
            heapq.heappush(self._events, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_MISSING):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._events.remove(event)
            heapq.heapify(self._events)

    def empty(self):
        with self._lock:
            return not self._events

    def run(self, blocking=True):
        while True:
            with self._lock:
                if not self._events:
                    return
                event = self._events[0]
                left = event.time - self.timefunc()
                if left <= 0:
                    heapq.heappop(self._events)
            if left > 0:
                if not blocking:
                    return left
                self.delayfunc(left)
            else:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)       # others may run

    @property
    def queue(self):
        with self._lock:
            events = self._events[:]
        return sorted(events)
