import posix as _posix
import abc
import sys
from posix import cpu_count, urandom
from _os_process import *
import posixpath as path
from posixpath import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull

sys.modules["os.path"] = path
name = "posix"
linesep = "\n"
error = OSError
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024


class PathLike(abc.ABC):
    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "__fspath__") if cls is PathLike else NotImplemented


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    result = method(path)
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(result).__name__}")


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class _Environ(dict):
    """The environment: a dict of strings."""

    def __setitem__(self, key, value):
        for s in (key, value):
            if not isinstance(s, str):
                raise TypeError(f"str expected, not {type(s).__name__}")
        dict.__setitem__(self, key, value)

    def copy(self):
        return dict(self)

    def __repr__(self):
        items = ", ".join(f"{k!r}: {v!r}" for k, v in self.items())
        return f"environ({{{items}}})"


environ = _Environ(HOME="/home/user", LANG="C.UTF-8", PATH="/usr/local/bin:/usr/bin:/bin", PWD="/home/user",
                   SHELL="/bin/sh", USER="user")


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


def getlogin():
    return "user"


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def sched_getaffinity(pid, /):
    return set(range(_posix._cores()))


def sched_yield():
    import time
    time.sleep(0)


def getloadavg():
    return (0.0, 0.0, 0.0)


class uname_result(tuple):
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])

    def __repr__(self):
        return ("posix.uname_result(sysname={!r}, nodename={!r}, release={!r}, version={!r}, machine={!r})"
                .format(*self))


def uname():
    return uname_result(("Linux", "loopscope", "6.1.0", "#1 SMP", "x86_64"))


def times():
    import time
    t = time.process_time()
    return (t, 0.0, 0.0, 0.0, time.monotonic())


def _not_here(name):
    def function(*args, **kwargs):
        raise UnsupportedError(f"os.{name}() is not supported")
    function.__name__ = name
    return function


UnsupportedError = type("UnsupportedError", (NotImplementedError,), {"__module__": "builtins"})


def __getattr__(name):
    if name in _unsupported:
        return _not_here(name)
    raise AttributeError(f"module 'os' has no attribute {name!r}")


_unsupported = frozenset("""
    chown chroot confstr copy_file_range ctermid eventfd execl execle execlp execlpe execv execve execvp execvpe fchdir
    fchmod fchown forkpty fpathconf fstatvfs fwalk getgrouplist getpriority getrandom getxattr initgroups killpg lchown
    listxattr lockf memfd_create mkfifo mknod nice openpty pathconf pidfd_open popen posix_fadvise posix_fallocate
    posix_spawn posix_spawnp preadv pwritev removexattr sched_setaffinity sched_setscheduler sendfile setegid seteuid
    setgid setgroups setpgid setpriority setregid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnv
    spawnve spawnvp spawnvpe splice startfile statvfs sysconf system tcgetpgrp tcsetpgrp ttyname wait3 wait4 waitid
""".split())
