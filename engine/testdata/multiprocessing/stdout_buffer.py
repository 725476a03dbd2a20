# Standard output is a pipe here: what is not flushed before os.fork() is printed by both processes.
import os
import sys

print("once", flush=True)
print("twice")
pid = os.fork()
if pid == 0:
    print("in the child")
    sys.exit(0)
os.waitpid(pid, 0)
print("in the parent")
pid = os.fork()
if pid == 0:
    print("never seen: os._exit() does not flush")
    os._exit(0)
os.waitpid(pid, 0)
