import threading

t = threading.Thread(name="t")
print(t.getName(), t.isDaemon())
t.setName("u")
t.setDaemon(True)
print(t.name, t.daemon)
print(threading.currentThread().name)
print(threading.activeCount())
e = threading.Event()
print(e.isSet())
for _ in range(2):
    e.isSet()
c = threading.Condition()
with c:
    c.notifyAll()
