
# ---- files, by path and by descriptor

from posix import (
    open, close, closerange, lseek, ftruncate, isatty, fsync, fdatasync, dup, dup2, pipe, pipe2, get_inheritable,
    set_inheritable, get_blocking, set_blocking, mkdir, rmdir, unlink, remove, rename, replace, link, symlink, readlink,
    access, chmod, chdir, getcwd, umask,
)

O_NONBLOCK, O_DIRECTORY, O_NOFOLLOW, O_CLOEXEC, O_SYNC, O_DSYNC, O_NOCTTY = 2048, 65536, 131072, 524288, 1052672, 4096, 256
supports_dir_fd = supports_effective_ids = set()
supports_fd = set()
supports_follow_symlinks = set()
supports_bytes_environ = True
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_SOFTWARE, EX_OSERR, EX_IOERR, EX_CONFIG = 0, 64, 65, 66, 70, 71, 74, 78
P_WAIT, P_NOWAIT = 0, 1
O_ACCMODE, O_NDELAY, O_RSYNC, O_LARGEFILE, TMP_MAX, NGROUPS_MAX = 3, 2048, 1052672, 0, 238328, 65536
F_ULOCK, F_LOCK, F_TLOCK, F_TEST = 0, 1, 2, 3


def sync():
    pass


def getgroups():
    return [1000]


def strerror(code, /):
    import errno
    return errno._texts.get(code, f"Unknown error {code}")


def read(fd, length, /):
    data = _posix._read(fd, length)
    if data is None:
        raise BlockingIOError(11, "Resource temporarily unavailable")
    return data


def write(fd, data, /):
    n = _posix._write(fd, data)
    if n is None:
        raise BlockingIOError(11, "Resource temporarily unavailable")
    return n


def readv(fd, buffers, /):
    total = 0
    for b in buffers:
        data = read(fd, len(b))
        b[:len(data)] = data
        total += len(data)
        if len(data) < len(b):
            break
    return total


def writev(fd, buffers, /):
    return sum([write(fd, b) for b in buffers])


def pread(fd, length, offset, /):
    at = lseek(fd, 0, 1)
    try:
        lseek(fd, offset, 0)
        return read(fd, length)
    finally:
        lseek(fd, at, 0)


def pwrite(fd, data, offset, /):
    at = lseek(fd, 0, 1)
    try:
        lseek(fd, offset, 0)
        return write(fd, data)
    finally:
        lseek(fd, at, 0)


def getcwdb():
    return getcwd().encode()


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


class stat_result(tuple):
    """What stat() answers: a tuple of ten numbers, and more by name."""

    __module__ = "os"
    n_fields, n_sequence_fields, n_unnamed_fields = 19, 10, 3
    _names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")

    def __repr__(self):
        return "os.stat_result(%s)" % ", ".join("%s=%r" % item for item in zip(self._names, self))

    def __reduce__(self):
        return _stat_of, (self._all,)

    @property
    def st_atime(self):
        return self._all[7] / 1e9

    @property
    def st_mtime(self):
        return self._all[8] / 1e9

    @property
    def st_ctime(self):
        return self._all[9] / 1e9

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime_ns = property(lambda self: self._all[7])
    st_mtime_ns = property(lambda self: self._all[8])
    st_ctime_ns = property(lambda self: self._all[9])
    st_blksize = property(lambda self: self._all[10])
    st_blocks = property(lambda self: self._all[11])
    st_rdev = 0


def _stat_of(numbers):
    r = tuple.__new__(stat_result, numbers[:7] + tuple([n // 1_000_000_000 for n in numbers[7:10]]))
    r._all = numbers
    return r


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return _stat_of(_posix._stat(path, follow_symlinks))


def lstat(path, *, dir_fd=None):
    return _stat_of(_posix._stat(path, False))


def fstat(fd):
    if not isinstance(fd, int):
        raise TypeError("an integer is required (got type %s)" % type(fd).__name__)
    return _stat_of(_posix._stat(fd))


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if times is not None:
        if not isinstance(times, tuple) or len(times) != 2:
            raise TypeError("utime: 'times' must be either a tuple of two ints or None")
        ns = tuple([int(t * 1_000_000_000) if isinstance(t, int) else round(t * 1e9) for t in times])
    _posix._utime(path, *(ns or (None, None)), follow_symlinks)


def truncate(path, length):
    if isinstance(path, int):
        return ftruncate(path, length)
    _posix._truncate(path, length)


def listdir(path=None):
    return _posix._listdir("." if path is None else path)


class DirEntry:
    """What scandir() finds."""

    __module__ = "posix"
    __slots__ = ("name", "path", "_lstat", "_stat")

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def stat(self, *, follow_symlinks=True):
        if not follow_symlinks or not self.is_symlink():
            return self._lstat
        if self._stat is None:
            self._stat = stat(self.path)
        return self._stat

    def inode(self):
        return self._lstat.st_ino

    def _is(self, kind, follow_symlinks):
        try:
            return self.stat(follow_symlinks=follow_symlinks).st_mode & 0o170000 == kind
        except FileNotFoundError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        return self._is(0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is(0o100000, follow_symlinks)

    def is_symlink(self):
        return self._lstat.st_mode & 0o170000 == 0o120000


class _ScandirIterator:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path=None):
    top = "." if path is None else fspath(path)
    found = []
    for n in _posix._listdir(top):
        e = DirEntry()
        e.name, e.path, e._stat = n, globals()["path"].join(top, n), None
        e._lstat = lstat(e.path)
        found.append(e)
    return _ScandirIterator(found)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail in (curdir, curdir.encode()):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    sys.audit("os.walk", top, topdown, onerror, followlinks)
    return _walk(fspath(top), topdown, onerror, followlinks)


def _walk(top, topdown, onerror, followlinks):
    try:
        entries = list(scandir(top))
    except OSError as e:
        if onerror is not None:
            onerror(e)
        return
    dirs, files, deeper = [], [], []
    for e in entries:
        if e.is_dir():
            dirs.append(e.name)
            if followlinks or not e.is_symlink():
                deeper.append(e.path)
        else:
            files.append(e.name)
    if topdown:
        yield top, dirs, files
        for d in dirs:
            below = path.join(top, d)
            if followlinks or not path.islink(below):
                yield from _walk(below, topdown, onerror, followlinks)
    else:
        for below in deeper:
            yield from _walk(below, topdown, onerror, followlinks)
        yield top, dirs, files


def get_terminal_size(fd=1, /):
    raise OSError(25, "Inappropriate ioctl for device")


class terminal_size(tuple):
    __module__ = "os"
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return "os.terminal_size(columns=%r, lines=%r)" % self


def get_exec_path(env=None):
    return (env or environ).get("PATH", defpath).split(pathsep)


def device_encoding(fd, /):
    return None


def _data_environ():
    return {k.encode(): v.encode() for k, v in environ.items()}


environb = _data_environ()


def getenvb(key, default=None):
    v = environ.get(key.decode())
    return default if v is None else v.encode()


PathLike.__class_getitem__ = classmethod(lambda cls, item: cls)
