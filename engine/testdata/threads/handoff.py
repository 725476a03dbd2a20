import threading

a, b = threading.Semaphore(1), threading.Semaphore(0)
out = []


def letters():
    for c in "abcde":
        a.acquire()
        out.append(c)
        b.release()


def digits():
    for d in "12345":
        b.acquire()
        out.append(d)
        a.release()


threads = [threading.Thread(target=f) for f in (letters, digits)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("".join(out))
