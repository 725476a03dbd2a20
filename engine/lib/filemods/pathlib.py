import fnmatch
import functools
import io
import os
import posixpath
import re

from _pathlib_pure import PurePath, PurePosixPath, PureWindowsPath, _Parents, _text

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

for _cls in (PurePath, PurePosixPath, PureWindowsPath):
    _cls.__module__ = "pathlib"


class Path(PurePath):
    """A path on the disk."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return cls._parse(args)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def absolute(self):
        return self if self.is_absolute() else self._parse((os.getcwd(), self))

    def resolve(self, strict=False):
        path = os.path.realpath(self, strict=strict)
        if not strict:
            # Links in a circle are an error all the same.
            try:
                os.stat(path)
            except OSError as e:
                if e.errno == 40:
                    raise RuntimeError("Symlink loop from %r" % e.filename) from None
        return self._parse((path,))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return self.stat(follow_symlinks=False)

    def owner(self):
        return {0: "root"}.get(self.stat().st_uid, "user")

    def group(self):
        return {0: "root"}.get(self.stat().st_gid, "user")

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open(mode="rb") as f:
            return f.read()

    def read_text(self, encoding=None, errors=None):
        with self.open(mode="r", encoding=encoding, errors=errors) as f:
            return f.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open(mode="wb") as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open(mode="w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def readlink(self):
        return self._parse((os.readlink(self),))

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok:
            try:
                os.utime(self, None)
            except OSError:
                pass
            else:
                return
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return self.__class__(target)

    def replace(self, target):
        os.replace(self, target)
        return self.__class__(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        os.link(target, self)

    def link_to(self, target):
        os.link(self, target)

    def _is(self, kind, follow_symlinks=True):
        try:
            return self.stat(follow_symlinks=follow_symlinks).st_mode & 0o170000 == kind
        except OSError as e:
            if e.errno not in (2, 20, 9, 40):
                raise
            return False
        except ValueError:
            return False

    def exists(self):
        try:
            self.stat()
        except OSError as e:
            if e.errno not in (2, 20, 9, 40):
                raise
            return False
        except ValueError:
            return False
        return True

    def is_dir(self):
        return self._is(0o040000)

    def is_file(self):
        return self._is(0o100000)

    def is_symlink(self):
        return self._is(0o120000, False)

    def is_fifo(self):
        return self._is(0o010000)

    def is_socket(self):
        return self._is(0o140000)

    def is_char_device(self):
        return self._is(0o020000)

    def is_block_device(self):
        return self._is(0o060000)

    def is_mount(self):
        return os.path.ismount(self)

    def expanduser(self):
        if not self._root and self._names and self._names[0][:1] == "~":
            home = os.path.expanduser(self._names[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return self._parse((home, *self._names[1:]))
        return self

    def iterdir(self):
        for name in os.listdir(self):
            yield self._make(self._root, self._names + [name])

    def glob(self, pattern):
        if not pattern:
            raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        want = self._parse((pattern,))
        if want._root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        names = list(want._names)
        if pattern.endswith("/"):
            names.append("")
        return self._select(names)

    def rglob(self, pattern):
        want = self._parse((pattern,))
        if want._root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        names = list(want._names)
        if pattern and pattern.endswith("/"):
            names.append("")
        return self._select(["**"] + names)

    def _select(self, names):
        seen = set()
        if not self.is_dir():
            return
        for path in _selected(self, names):
            if path not in seen:
                seen.add(path)
                yield path


def _entries(path):
    try:
        with os.scandir(path) as it:
            return list(it)
    except PermissionError:
        return []


def _selected(path, names):
    if not names:
        yield path
        return
    name, rest = names[0], names[1:]
    if name == "**":
        for d in _directories(path):
            yield from _selected(d, rest)
    elif name == "..":
        yield from _selected(path / "..", rest)
    elif not name:
        if path.is_dir():
            yield path
    elif not re.search("[*?[]", name):
        below = path._make(path._root, path._names + [name])
        if (below.is_dir if rest else below.exists)():
            yield from _selected(below, rest)
    else:
        if "**" in name:
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
        match = re.compile(fnmatch.translate(name)).fullmatch
        for e in _entries(path):
            if match(e.name) and (not rest or e.is_dir()):
                yield from _selected(path._make(path._root, path._names + [e.name]), rest)


def _directories(path):
    yield path
    for e in _entries(path):
        if e.is_dir(follow_symlinks=False):
            yield from _directories(path._make(path._root, path._names + [e.name]))


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise NotImplementedError("cannot instantiate 'WindowsPath' on your system")
