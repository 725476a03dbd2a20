import os
import time
from collections import namedtuple

import _psutil

__version__ = "5.9.4"
version_info = (5, 9, 4)
_EPOCH = time.time() - time.monotonic()
_MEMORY = 8 * 1024 ** 3

STATUS_RUNNING, STATUS_SLEEPING, STATUS_DISK_SLEEP, STATUS_STOPPED = "running", "sleeping", "disk-sleep", "stopped"
STATUS_ZOMBIE, STATUS_DEAD, STATUS_IDLE, STATUS_WAITING = "zombie", "dead", "idle", "waiting"
LINUX, WINDOWS, MACOS, POSIX = True, False, False, True

pmem = namedtuple("pmem", "rss vms shared text lib data dirty")
pcputimes = namedtuple("pcputimes", "user system children_user children_system iowait")
pthread = namedtuple("pthread", "id user_time system_time")
svmem = namedtuple("svmem", "total available percent used free active inactive buffers cached shared slab")
sswap = namedtuple("sswap", "total used free percent sin sout")
scputimes = namedtuple("scputimes", "user nice system idle iowait irq softirq steal guest guest_nice")
for _k in (pmem, pcputimes, pthread, svmem, sswap, scputimes):
    _k.__module__ = "psutil._pslinux"


class Error(Exception):
    __module__ = "psutil"

    def _infodict(self, attrs):
        info = {}
        for name in attrs:
            value = getattr(self, name, None)
            if value:
                info[name] = value
            elif name == "pid" and value == 0:
                info[name] = value
        return info

    def __str__(self):
        info = self._infodict(("pid", "ppid", "name"))
        details = "(%s)" % ", ".join("%s=%r" % (k, v) for k, v in info.items()) if info else None
        return " ".join(x for x in (getattr(self, "msg", ""), details) if x)

    def __repr__(self):
        info = self._infodict(("pid", "ppid", "name", "seconds", "msg"))
        return "psutil.%s(%s)" % (self.__class__.__name__, ", ".join("%s=%r" % (k, v) for k, v in info.items()))


class NoSuchProcess(Error):
    __module__ = "psutil"

    def __init__(self, pid, name=None, msg=None):
        Error.__init__(self)
        self.pid, self.name = pid, name
        self.msg = msg or "process no longer exists"


class ZombieProcess(NoSuchProcess):
    __module__ = "psutil"

    def __init__(self, pid, name=None, ppid=None, msg=None):
        NoSuchProcess.__init__(self, pid, name, msg)
        self.ppid = ppid
        self.msg = msg or "PID still exists but it's a zombie"


class AccessDenied(Error):
    __module__ = "psutil"

    def __init__(self, pid=None, name=None, msg=None):
        Error.__init__(self)
        self.pid, self.name = pid, name
        self.msg = msg or ""


class TimeoutExpired(Error):
    __module__ = "psutil"

    def __init__(self, seconds, pid=None, name=None):
        Error.__init__(self)
        self.seconds, self.pid, self.name = seconds, pid, name
        self.msg = "timeout after %s seconds" % seconds


def _unknown(what):
    from _thread import _unsupported
    _unsupported("psutil.%s: the simulated computer does not have that" % what)


class Process:
    """A process of the simulated computer."""

    def __init__(self, pid=None):
        if pid is None:
            pid = os.getpid()
        elif pid < 0:
            raise ValueError("pid must be a positive integer (got %s)" % pid)
        self._pid = pid
        info = _psutil.info(pid)
        if info is None:
            raise NoSuchProcess(pid, msg="process PID not found")
        self._started = info[2]
        self._last = None

    def _info(self):
        info = _psutil.info(self._pid)
        if info is None or info[2] != self._started:
            raise NoSuchProcess(self._pid, "python3")
        return info

    def __repr__(self):
        info = ["pid=%s" % self._pid]
        try:
            now = self._info()
            info.append("name=%r" % self.name())
            info.append("status=%r" % now[1])
        except NoSuchProcess:
            info.append("status='terminated'")
        started = time.strftime("%H:%M:%S", time.localtime(self.create_time()))
        info.append("started=%r" % started)
        return "psutil.Process(%s)" % ", ".join(info)

    __str__ = __repr__

    def __eq__(self, other):
        if not isinstance(other, Process):
            return NotImplemented
        return (self._pid, self._started) == (other._pid, other._started)

    def __hash__(self):
        return hash((self._pid, self._started))

    @property
    def pid(self):
        return self._pid

    def ppid(self):
        return self._info()[0]

    def name(self):
        self._info()
        return "python3"

    def exe(self):
        self._info()
        return "/usr/bin/python3.11"

    def cmdline(self):
        import sys
        self._info()
        return ["/usr/bin/python3", *sys.argv]

    def cwd(self):
        self._info()
        return os.getcwd()

    def username(self):
        self._info()
        return "root"

    def nice(self, value=None):
        self._info()
        if value is not None:
            _unknown("Process.nice(value)")
        return 0

    def status(self):
        return self._info()[1]

    def create_time(self):
        return _EPOCH + self._started / 1e9

    def is_running(self):
        info = _psutil.info(self._pid)
        return info is not None and info[2] == self._started

    def num_threads(self):
        return self._info()[4]

    def threads(self):
        self._info()
        return [pthread(ident, ns / 1e9, 0.0) for ident, ns in _psutil.threads(self._pid)]

    def cpu_times(self):
        return pcputimes(self._info()[3] / 1e9, 0.0, 0.0, 0.0, 0.0)

    def cpu_num(self):
        self._info()
        return 0

    def cpu_affinity(self, cpus=None):
        self._info()
        if cpus is not None:
            _unknown("Process.cpu_affinity(cpus)")
        return list(range(cpu_count()))

    def cpu_percent(self, interval=None):
        """How much of one core it has used since the last call, or in the next interval seconds."""
        if interval is not None and interval < 0:
            raise ValueError("interval is not positive (got %r)" % interval)

        def now():
            return _psutil.machine()[1], self._info()[3]
        if interval is not None and interval > 0:
            before = now()
            time.sleep(interval)
        else:
            before = self._last
        after = self._last = now()
        if before is None or after[0] <= before[0]:
            return 0.0
        return round((after[1] - before[1]) / (after[0] - before[0]) * 100, 1)

    def memory_info(self):
        self._info()
        rss = _psutil.memory(self._pid)
        return pmem(rss, rss + 8 * 1024 ** 2, 6 * 1024 ** 2, 2818048, 0, rss, 0)

    def memory_percent(self, memtype="rss"):
        return getattr(self.memory_info(), memtype) / _MEMORY * 100

    def parent(self):
        ppid = self.ppid()
        try:
            return Process(ppid)
        except NoSuchProcess:
            return None

    def parents(self):
        found = []
        p = self.parent()
        while p is not None:
            found.append(p)
            p = p.parent()
        return found

    def children(self, recursive=False):
        self._info()
        table = {pid: _psutil.info(pid)[0] for pid in _psutil.pids()}
        found = [pid for pid in table if table[pid] == self._pid]
        if recursive:
            for pid in found:
                found.extend(p for p in table if table[p] == pid)
        return [Process(pid) for pid in found]

    def as_dict(self, attrs=None, ad_value=None):
        names = attrs or ["pid", "ppid", "name", "status", "create_time", "num_threads", "cpu_times", "cpu_percent",
                          "memory_info", "memory_percent", "exe", "cmdline", "username", "cwd"]
        return {n: self._pid if n == "pid" else getattr(self, n)() for n in names}

    def oneshot(self):
        import contextlib
        return contextlib.nullcontext(self)

    def send_signal(self, sig):
        self._info()
        os.kill(self._pid, sig)

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)

    def wait(self, timeout=None):
        """Wait until it has ended: its exit code if it is a child, negative for a signal."""
        import _processes
        if timeout is not None and timeout < 0:
            raise ValueError("timeout must be a positive integer")
        if not self.is_running():
            return None
        if not _processes.wait([self._pid], timeout):
            raise TimeoutExpired(timeout, pid=self._pid, name="python3")
        try:
            _, status = os.waitpid(self._pid, 0)
        except ChildProcessError:
            return None
        return -(status & 127) if status & 127 else status >> 8

    def __getattr__(self, name):
        if name in ("suspend", "resume", "io_counters", "open_files", "connections", "memory_maps", "memory_full_info",
                    "environ", "num_fds", "num_ctx_switches", "ionice", "rlimit", "terminal", "uids", "gids"):
            _unknown("Process." + name)
        raise AttributeError(f"'Process' object has no attribute {name!r}")


class Popen:
    def __init__(self, *args, **kwargs):
        _unknown("Popen")


def pids():
    return sorted(_psutil.pids())


def pid_exists(pid):
    return pid == 1 or _psutil.info(pid) is not None


def process_iter(attrs=None, ad_value=None):
    for pid in pids():
        try:
            p = Process(pid)
            if attrs is not None:
                p.info = p.as_dict(attrs)
            yield p
        except NoSuchProcess:
            pass


def wait_procs(procs, timeout=None, callback=None):
    gone, alive = [], []
    end = None if timeout is None else time.monotonic() + timeout
    for p in procs:
        try:
            p.returncode = p.wait(None if end is None else max(end - time.monotonic(), 0))
            gone.append(p)
            if callback is not None:
                callback(p)
        except TimeoutExpired:
            alive.append(p)
    return gone, alive


def cpu_count(logical=True):
    return _psutil.machine()[0]


_last = [None]


def cpu_percent(interval=None, percpu=False):
    """How busy the cores were since the last call, or in the next interval seconds."""
    if interval is not None and interval < 0:
        raise ValueError("interval is not positive (got %r)" % interval)
    if interval:
        before = _psutil.machine()
        time.sleep(interval)
    else:
        before = _last[0]
    cores, now, used = _last[0] = _psutil.machine()
    if before is None or now <= before[1]:
        return [0.0] * cores if percpu else 0.0
    busy = (used - before[2]) / (now - before[1]) * 100
    if percpu:
        # Threads go wherever a core is free: on the whole, all are busy alike.
        return [round(min(busy / cores, 100.0), 1)] * cores
    return round(min(busy / cores, 100.0), 1)


def cpu_times(percpu=False):
    cores, now, used = _psutil.machine()
    user, idle = used / 1e9, max(cores * now - used, 0) / 1e9
    if percpu:
        return [scputimes(user / cores, 0.0, 0.0, idle / cores, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)] * cores
    return scputimes(user, 0.0, 0.0, idle, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def getloadavg():
    cores, now, used = _psutil.machine()
    return (round(used / now, 2) if now else 0.0,) * 3


def boot_time():
    return _EPOCH


def virtual_memory():
    used = sum(_psutil.memory(pid) or 0 for pid in _psutil.pids()) + 400 * 1024 ** 2
    free = _MEMORY - used
    return svmem(_MEMORY, free, round(used / _MEMORY * 100, 1), used, free, used, 0, 0, 0, 0, 0)


def swap_memory():
    return sswap(0, 0, 0, 0.0, 0, 0)


def __getattr__(name):
    if name in ("disk_usage", "disk_partitions", "disk_io_counters", "net_io_counters", "net_connections", "net_if_addrs",
                "net_if_stats", "sensors_temperatures", "sensors_fans", "sensors_battery", "users", "cpu_freq", "cpu_stats",
                "cpu_times_percent"):
        _unknown(name)
    raise AttributeError(f"module 'psutil' has no attribute {name!r}")
