# Paths as such: their parts, without a disk.

import fnmatch
import os


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
    _sep = "/"

    @staticmethod
    def _fold(text):
        """The form in which names are compared."""
        return text

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._parse(args)

    @classmethod
    def _parse(cls, args):
        root, names = "", []
        for arg in args:
            if isinstance(arg, PurePath) and arg._sep == "/":
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
            self._str = self._root + self._sep.join(self._names) or "."
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

    def _folded(self):
        return [self._fold(part) for part in self._key()]

    def _comparable(self, other):
        return isinstance(other, PurePath) and self._sep == other._sep

    def __eq__(self, other):
        return self._folded() == other._folded() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(tuple(self._folded()))

    def __lt__(self, other):
        return self._folded() < other._folded() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._folded() <= other._folded() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._folded() > other._folded() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._folded() >= other._folded() if self._comparable(other) else NotImplemented

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
        if not name or self._parse((name,))._key() != [name]:
            raise ValueError("Invalid name %r" % name)
        return self._make(self._root, self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if self._sep in suffix or "/" in suffix:
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
        fold = self._fold
        if fold(to._root) != fold(self._root) or list(map(fold, self._names[:n])) != list(map(fold, to._names)):
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
        wanted = pattern._folded()
        if not wanted:
            raise ValueError("empty pattern")
        parts = self._folded()
        if pattern._root and len(wanted) != len(parts) or len(wanted) > len(parts):
            return False
        return all(fnmatch.fnmatchcase(p, w) for p, w in zip(reversed(parts), reversed(wanted)))


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    """A path of Windows: its root is a drive ("c:"), "\\\\", both, or a share; letters compare without case."""

    __slots__ = ()
    _sep = "\\"
    _reserved = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *(f"{d}{n}" for d in ("COM", "LPT") for n in "123456789\xb9\xb2\xb3")}

    @staticmethod
    def _fold(text):
        return text.lower()

    @staticmethod
    def _split(text):
        """Drive, root and the names."""
        text = text.replace("/", "\\")
        drive = ""
        if text[:2] == "\\\\" and text[2:3] != "\\":
            host, _, rest = text[2:].partition("\\")
            share, _, rest = rest.partition("\\")
            if host and share:
                return f"\\\\{host}\\{share}", "\\", rest.split("\\")
        elif text[1:2] == ":" and text[0].isalpha():
            drive, text = text[:2], text[2:]
        return drive, "\\" if text.startswith("\\") else "", text.split("\\")

    @classmethod
    def _parse(cls, args):
        drive, root, names = "", "", []
        for arg in args:
            d, r, more = cls._split(_text(arg))
            if r or d.lower() != drive.lower() and d:
                names = []
                root = r
            drive = d or drive
            names.extend([n for n in more if n and n != "."])
        return cls._make(drive + root, names)

    @property
    def drive(self):
        return self._root.removesuffix("\\")

    @property
    def root(self):
        return "\\" if self._root.endswith("\\") else ""

    def as_posix(self):
        return str(self).replace("\\", "/")

    def is_absolute(self):
        return bool(self.drive and self.root)

    def is_reserved(self):
        if not self._names or self._root.startswith("\\\\"):
            return False
        return self._names[-1].partition(".")[0].partition(":")[0].rstrip(" ").upper() in self._reserved

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        text = self.as_posix()
        if self.drive.endswith(":"):
            return "file:///" + self.drive + quote_from_bytes(os.fsencode(text[2:]))
        return "file:" + quote_from_bytes(os.fsencode(text))
