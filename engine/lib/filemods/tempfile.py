import io
import os
import shutil

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
           "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None
_characters = "abcdefghijklmnopqrstuvwxyz0123456789_"


def _name():
    return "".join([_characters[b % len(_characters)] for b in os.urandom(8)])


def gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = os.environ.get("TMPDIR") or "/tmp"
    return os.fsdecode(tempdir)


def gettempdirb():
    return os.fsencode(gettempdir())


def gettempprefix():
    return template


def gettempprefixb():
    return template.encode()


def _parts(suffix, prefix, dir):
    binary = any(isinstance(os.fspath(p), bytes) for p in (suffix, prefix, dir) if p is not None)
    if binary:
        if any(isinstance(os.fspath(p), str) for p in (suffix, prefix, dir) if p is not None):
            raise TypeError("Can't mix bytes and non-bytes in path components.")
        return suffix or b"", prefix if prefix is not None else b"tmp", os.fspath(dir or gettempdirb()), os.fsencode
    return suffix or "", prefix if prefix is not None else "tmp", os.fspath(dir or gettempdir()), str


def _try(suffix, prefix, dir, make, what):
    suffix, prefix, dir, convert = _parts(suffix, prefix, dir)
    for _ in range(TMP_MAX):
        path = os.path.join(dir, prefix + convert(_name()) + suffix)
        try:
            return make(path), os.path.abspath(path)
        except FileExistsError:
            continue
    raise FileExistsError(17, f"No usable temporary {what} name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return _try(suffix, prefix, dir, lambda path: os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "file")


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _try(suffix, prefix, dir, lambda path: os.mkdir(path, 0o700), "directory")[1]


def mktemp(suffix="", prefix=template, dir=None):
    dir = dir or gettempdir()
    while True:
        path = os.path.join(dir, prefix + _name() + suffix)
        if not os.path.lexists(path):
            return path


class _TemporaryFileCloser:
    def __init__(self, file, name, delete):
        self.file, self.name, self.delete, self.close_called = file, name, delete, False

    def close(self):
        if not self.close_called and self.file is not None:
            self.close_called = True
            try:
                self.file.close()
            finally:
                if self.delete:
                    os.unlink(self.name)

    def __del__(self):
        self.close()


class _TemporaryFileWrapper:
    """A file with a name, which is removed when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file, self.name, self.delete = file, name, delete
        self._closer = _TemporaryFileCloser(file, name, delete)

    def __getattr__(self, name):
        value = getattr(self.__dict__["file"], name)
        if callable(value):
            # The file lives as long as one of its methods is at hand.
            method, closer = value, self._closer

            def value(*args, **kwargs):
                closer
                return method(*args, **kwargs)
        return value

    def __repr__(self):
        return f"<tempfile._TemporaryFileWrapper object at {hex(id(self))}>"

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self.close()
        return result

    def close(self):
        self._closer.close()

    def __iter__(self):
        for line in self.file:
            yield line


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        file = io.open(fd, mode, buffering, encoding, errors, newline)
        raw = getattr(file, "buffer", file)
        getattr(raw, "raw", raw).name = name
        return _TemporaryFileWrapper(file, name, delete)
    except BaseException:
        os.unlink(name)
        os.close(fd)
        raise


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    fd, name = mkstemp(suffix, prefix, dir)
    os.unlink(name)
    return io.open(fd, mode, buffering, encoding, errors, newline)


class SpooledTemporaryFile(io.IOBase):
    """A file in memory, that goes to the disk when it grows."""

    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._file = io.BytesIO() if "b" in mode else io.TextIOWrapper(io.BytesIO(), encoding, errors, newline)
        self._max_size = max_size
        self._args = dict(mode=mode, buffering=buffering, suffix=suffix, prefix=prefix, encoding=encoding,
                          newline=newline, dir=dir, errors=errors)

    def _check(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        if self._rolled:
            return
        old = self._file
        new = self._file = TemporaryFile(**self._args)
        pos = old.tell()
        if hasattr(new, "buffer"):
            new.buffer.write(old.detach().getvalue())
        else:
            new.write(old.getvalue())
        new.seek(pos, 0)
        self._rolled = True

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, *args):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    closed = property(lambda self: self._file.closed)
    encoding = property(lambda self: self._file.encoding)
    errors = property(lambda self: self._file.errors)
    newlines = property(lambda self: self._file.newlines)

    def fileno(self):
        """The descriptor: a file that has one is on the disk."""
        self.rollover()
        return self._file.fileno()

    def detach(self):
        return self._file.detach()

    @property
    def mode(self):
        try:
            return self._file.mode
        except AttributeError:
            return self._args["mode"]

    @property
    def name(self):
        try:
            return self._file.name
        except AttributeError:
            return None

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def write(self, s):
        n = self._file.write(s)
        self._check()
        return n

    def writelines(self, lines):
        self._file.writelines(lines)
        self._check()


def _passed_on(name):
    def call(self, *args):
        return getattr(self._file, name)(*args)
    call.__name__, call.__qualname__ = name, "SpooledTemporaryFile." + name
    return call


for _n in ("close flush isatty read read1 readable readinto readinto1 readline readlines seek seekable tell "
           "writable").split():
    setattr(SpooledTemporaryFile, _n, _passed_on(_n))
del _n


class TemporaryDirectory:
    """A directory that is removed with all that is in it."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors
        self._there = True

    def __repr__(self):
        return "<{} {!r}>".format(self.__class__.__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def __del__(self):
        if self.__dict__.get("_there"):
            self.cleanup()

    def cleanup(self):
        if self._there:
            self._there = False
            shutil.rmtree(self.name, ignore_errors=True)
