# A loop over sleeps, with f-strings, classes, try and finally, dicts and lists.
import time


class Stopwatch:
    def __init__(self):
        self.laps = []
        self.start = time.perf_counter()

    def lap(self, name):
        now = time.perf_counter()
        self.laps.append((name, round(now - self.start, 1)))
        self.start = now


watch = Stopwatch()
seen = {}
for i, name in enumerate(["boot", "load", "run"]):
    try:
        time.sleep(0.1 * (i + 1))
        if name == "load":
            raise RuntimeError(f"{name} failed")
        seen[name] = i
    except RuntimeError as error:
        print(f"{error!s:>14}")
        seen[name] = None
    finally:
        watch.lap(name)
print(watch.laps, seen)
print([f"{name:<6}{seconds:5.2f}" for name, seconds in watch.laps])
began = time.monotonic()
time.sleep(0)
print(0 <= time.monotonic() - began < 0.1, time.time() > 1e9)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
