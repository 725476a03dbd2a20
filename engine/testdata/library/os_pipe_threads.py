# Pipes: readers that wait, select, a child process, line by line.
import os
import select
import threading
import time
r, w = os.pipe()
got = []


def reader():
    with os.fdopen(r) as f:
        for line in f:
            got.append(line.strip())


t = threading.Thread(target=reader)
t.start()
with os.fdopen(w, "w") as f:
    for word in ("one", "two", "three"):
        f.write(word + "\n")
        f.flush()
        time.sleep(0.01)
t.join()
print(got)
r, w = os.pipe()
print(select.select([r], [w], [], 0)[1] == [w], select.select([r], [], [], 0.01), os.write(w, b"data"), select.select([r], [], [], 1)[0] == [r], os.read(r, 10))
begin = time.monotonic()
timer = threading.Timer(0.05, os.write, (w, b"late"))
timer.start()
ready, _, _ = select.select([r], [], [], 5)
print(ready == [r], 0.04 < time.monotonic() - begin < 2, os.read(r, 10))
pid = os.fork()
if pid == 0:
    os.close(r)
    os.write(w, b"from the child")
    os._exit(7)
os.close(w)
data = b""
while chunk := os.read(r, 4):
    data += chunk
print(data, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
os.close(r)
big = b"x" * 200_000
r, w = os.pipe()
writer = threading.Thread(target=lambda: (os.write(w, big[:100_000]), os.write(w, big[100_000:]), os.close(w)))
writer.start()
total = 0
while chunk := os.read(r, 65536):
    total += len(chunk)
writer.join()
print(total, os.close(r))
r, w = os.pipe()
os.set_blocking(w, False)
written = 0
try:
    while True:
        written += os.write(w, b"y" * 4096)
except BlockingIOError as e:
    print(written, e.errno)
p = select.poll()
p.register(r, select.POLLIN)
print(p.poll(0) == [(r, select.POLLIN)], len(os.read(r, 100_000)), os.close(w), os.read(r, 5))
