# os.wait() answers whoever ends first; WNOHANG does not wait; a child that has ended stays a zombie until it is waited for.
import os
import time

names = {}
for name, delay in (("slow", 0.3), ("fast", 0.05), ("middle", 0.15)):
    pid = os.fork()
    if pid == 0:
        time.sleep(delay)
        os._exit(len(name))
    names[pid] = name
print(os.waitpid(-1, os.WNOHANG))
while names:
    pid, status = os.wait()
    print(names.pop(pid), os.waitstatus_to_exitcode(status))
pid = os.fork()
if pid == 0:
    os._exit(0)
time.sleep(0.1)
os.kill(pid, 0)  # a zombie has its number still
print(os.waitpid(pid, os.WNOHANG) == (pid, 0))
for status in (0, 256, 15, 139):
    print(status, os.WIFEXITED(status), os.WIFSIGNALED(status), os.WEXITSTATUS(status), os.WTERMSIG(status), os.WCOREDUMP(status))
