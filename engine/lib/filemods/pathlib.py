import fnmatch
import functools
import io
import os
import posixpath
import re

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


def _text(arg):
    if isinstance(arg, PurePath):
        return str(arg)
    text = os.fspath(arg)
    if not isinstance(text, str):
        raise TypeError("argument should be a str object or an os.PathLike object returning str, not %r" % type(text))
    return text


class _Parents:
    """The ancestors of a path."""

    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._names)

    def __getitem__(self, i):
        n = len(self)
        if isinstance(i, slice):
            return tuple([self[k] for k in range(*i.indices(n))])
        if i >= n or i < -n:
            raise IndexError(i)
        if i < 0:
            i += n
        return self._path._make(self._path._root, self._path._names[:n - i - 1])

    def __repr__(self):
        return "<{}.parents>".format(type(self._path).__name__)


import collections.abc as _abc
_abc.Sequence.register(_Parents)


class PurePath:
    """A path as such: a root ("", "/" or "//") and the names below it."""

    __slots__ = ("_root", "_names", "_str", "__weakref__")

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._parse(args)

    @classmethod
    def _parse(cls, args):
        root, names = "", []
        for arg in args:
            if isinstance(arg, PurePath):
                if arg._root:
                    root, names = arg._root, []
                names.extend(arg._names)
                continue
            text = _text(arg)
            if text.startswith("/"):
                root = "//" if text.startswith("//") and not text.startswith("///") else "/"
                names = []
            names.extend([n for n in text.split("/") if n and n != "."])
        return cls._make(root, names)

    @classmethod
    def _make(cls, root, names):
        self = object.__new__(cls)
        self._root, self._names = root, list(names)
        return self

    def __reduce__(self):
        return (self.__class__, tuple(self.parts))

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            self._str = self._root + "/".join(self._names) or "."
            return self._str

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return "{}({!r})".format(self.__class__.__name__, self.as_posix())

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        return "file://" + quote_from_bytes(bytes(self))

    def _key(self):
        return [self._root] + self._names if self._root else self._names

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._root == other._root and self._names == other._names

    def __hash__(self):
        return hash((self._root, tuple(self._names)))

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def __class_getitem__(cls, type):
        return cls

    drive = property(lambda self: "")
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)

    @property
    def parts(self):
        return tuple(self._key())

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    @property
    def parent(self):
        if not self._names:
            return self
        return self._make(self._root, self._names[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % name)
        return self._make(self._root, self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix:
            raise ValueError("Invalid suffix %r" % (suffix,))
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix %r" % (suffix,))
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        old = self.suffix
        name = self.name[:len(self.name) - len(old)] + suffix
        return self._make(self._root, self._names[:-1] + [name])

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        to = self._parse(other)
        n = len(to._names)
        if to._root != self._root or self._names[:n] != to._names:
            raise ValueError("{!r} is not in the subpath of {!r} OR one path is relative and the other is absolute."
                             .format(str(self), str(to)))
        return self._make("", self._names[n:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def joinpath(self, *args):
        return self._parse((self,) + args)

    def __truediv__(self, key):
        try:
            return self._parse((self, key))
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._parse((key, self))
        except TypeError:
            return NotImplemented

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def match(self, path_pattern):
        pattern = self._parse((path_pattern,))
        wanted = pattern._key()
        if not wanted:
            raise ValueError("empty pattern")
        parts = self._key()
        if pattern._root and len(wanted) != len(parts) or len(wanted) > len(parts):
            return False
        return all(fnmatch.fnmatchcase(p, w) for p, w in zip(reversed(parts), reversed(wanted)))


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    __slots__ = ()

    def __new__(cls, *args):
        from os import UnsupportedError
        raise UnsupportedError("pathlib.PureWindowsPath is not supported; PurePosixPath is")


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
