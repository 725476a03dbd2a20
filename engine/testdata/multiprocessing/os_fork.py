# os.fork(): two processes go on at the same place, with the same stack.
import os
import sys


def status(pid):
    got, st = os.waitpid(pid, 0)
    assert got == pid
    if os.WIFEXITED(st):
        return "exit", os.WEXITSTATUS(st), os.waitstatus_to_exitcode(st)
    return "signal", os.WTERMSIG(st), os.waitstatus_to_exitcode(st)


def deep(n):
    if n:
        return deep(n - 1)
    try:
        raise ValueError("handled while forking")
    except ValueError:
        values = []
        for i in range(3):
            values.append(i)
            if i == 1:
                pid = os.fork()
        values.append(type(sys.exc_info()[1]).__name__)
        return pid, values


parent = os.getpid()
sys.stdout.flush()
pid, values = deep(5)
if pid == 0:
    print("child", values, os.getppid() == parent, os.getpid() != parent)
    sys.exit(len(values))
print("parent", status(pid), values)
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    raise LookupError("uncaught in the child")
print(status(pid))
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    os.abort()
print(status(pid))
for call in (os.wait, lambda: os.waitpid(-1, os.WNOHANG), lambda: os.waitpid(pid, 0)):
    try:
        call()
    except ChildProcessError as e:
        print(e)
try:
    os.kill(pid, 0)
except ProcessLookupError as e:
    print(e)
