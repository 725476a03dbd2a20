import sched
import time

s = sched.scheduler(time.monotonic, time.sleep)
start = time.monotonic()


def say(what, n=1):
    print(what * n, round(time.monotonic() - start, 2) < 0.5)


s.enter(0.3, 1, say, ("third",))
s.enter(0.13, 2, say, argument=("second ",), kwargs={"n": 2})
at = start + 0.11
s.enterabs(at, 1, say, ("first",))
s.enterabs(at, 1, say, ("first again",))
gone = s.enter(0.15, 1, say, ("never",))
print(len(s.queue), s.empty(), [e.argument[0] for e in s.queue])
s.cancel(gone)
try:
    s.cancel(gone)
except ValueError as e:
    print(type(e).__name__)
left = s.run(blocking=False)
print(left is not None)
s.run()
print(s.empty(), s.run())


def again(n):
    if n:
        print("again", n)
        s.enter(0.01, 1, again, (n - 1,))


s.enter(0, 1, again, (3,))
s.run()

clock = 0


def advance(by):
    global clock
    clock += by


fake = sched.scheduler(lambda: clock, advance)
for t in (5, 1, 3):
    fake.enter(t, 1, lambda t=t: print("fake", t, clock))
fake.run()
