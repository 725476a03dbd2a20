"""Shared memory that processes find by its name."""

import os

import _posixshmem
import ctypes
from types import GenericAlias

__all__ = ["SharedMemory", "ShareableList"]


class SharedMemory:
    """A block of memory that exists until its name is given up."""

    _name = None
    _memory = None
    _buf = None

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create:
            if size == 0:
                raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        if name is None:
            while True:
                name = "/psm_" + os.urandom(4).hex()
                try:
                    self._memory = _posixshmem.create(name, size)
                except FileExistsError:
                    continue
                break
        else:
            name = "/" + name
            self._memory = _posixshmem.create(name, size) if create else _posixshmem.open(name)
        self._name = name
        self._size = len(self._memory)
        self._buf = memoryview(self._memory)

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.name!r}, size={self.size})"

    @property
    def buf(self):
        """A memoryview of the block."""
        return self._buf

    @property
    def name(self):
        return self._name[1:] if self._name.startswith("/") else self._name

    @property
    def size(self):
        return self._size

    def close(self):
        """This process does not use the block any more."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None
        self._memory = None

    def unlink(self):
        """Give up the name: the block goes when nobody has it open."""
        if self._name:
            _posixshmem.unlink(self._name)


_CODES = {int: "q", float: "d", bool: "?", str: "s", bytes: "b", type(None): "n"}


class ShareableList:
    """A list of fixed length in shared memory. Its items are numbers, str, bytes and None, and what
    takes their place must not be longer.

    The block begins with the number of items; then come a row for each item (its kind, its place and the room it
    has), and the items."""

    _ROW = 24

    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            sequence = sequence or ()
            items = [self._encode(x) for x in sequence]
            at = 8 + self._ROW * len(items)
            rows = []
            for code, data in items:
                room = 8 if code in "qd?n" else 8 * (len(data) // 8 + 1)
                rows.append((code, data, at, room))
                at += room
            self.shm = SharedMemory(name, create=True, size=at)
            self._put(0, "l", len(rows))
            for i, (code, data, at, room) in enumerate(rows):
                row = 8 + self._ROW * i
                self._put(row + 8, "l", at)
                self._put(row + 16, "l", room)
                self._store(i, code, data)
        else:
            self.shm = SharedMemory(name)

    def _get(self, offset, code):
        return ctypes._get(self.shm._memory, offset, code)

    def _put(self, offset, code, value):
        ctypes._put(self.shm._memory, offset, code, value)

    @staticmethod
    def _encode(x):
        code = _CODES.get(type(x))
        if code is None:
            code = next((c for kind, c in _CODES.items() if isinstance(x, kind)), None)
            if code is None:
                raise KeyError(type(x))
        if code == "s":
            return code, x.encode()
        return code, x

    def _row(self, position):
        position = position if position >= 0 else position + len(self)
        if position >= len(self) or position < 0:
            raise IndexError("Requested position out of range.")
        return 8 + self._ROW * position

    def _store(self, i, code, data):
        row = 8 + self._ROW * i
        at, room = self._get(row + 8, "l"), self._get(row + 16, "l")
        self._put(row, "B", ord(code))
        if code == "q":
            if not -2**63 <= data < 2**63:
                raise OverflowError("int too large to convert")
            self._put(at, "l", data)
        elif code == "d":
            self._put(at, "d", data)
        elif code == "?":
            self._put(at, "?", data)
        elif code in "sb":
            self.shm._memory[at:at + room] = data + b"\0" * (room - len(data))

    def __getitem__(self, position):
        try:
            row = self._row(position)
        except IndexError:
            raise IndexError("index out of range") from None
        code = chr(self._get(row, "B"))
        at, room = self._get(row + 8, "l"), self._get(row + 16, "l")
        if code == "q":
            return self._get(at, "l")
        if code in "d?":
            return self._get(at, code)
        if code == "n":
            return None
        data = bytes(self.shm._memory[at:at + room]).rstrip(b"\0")
        return data.decode() if code == "s" else data

    def __setitem__(self, position, value):
        try:
            row = self._row(position)
        except IndexError:
            raise IndexError("assignment index out of range") from None
        code, data = self._encode(value)
        if code in "sb" and len(data) > self._get(row + 16, "l"):
            raise ValueError("bytes/str item exceeds available storage")
        self._store((row - 8) // self._ROW, code, data)

    def __reduce__(self):
        return _attach, (self.__class__, self.shm.name)

    def __len__(self):
        return self._get(0, "l")

    def __repr__(self):
        return f"{self.__class__.__name__}({list(self)}, name={self.shm.name!r})"

    @property
    def format(self):
        """How module struct would write the items."""
        out = []
        for i in range(len(self)):
            row = 8 + self._ROW * i
            code, room = chr(self._get(row, "B")), self._get(row + 16, "l")
            out.append({"s": f"{room}s", "b": f"{room}s", "n": "xxxxxx?x", "?": "xxxxxxx?"}.get(code, code))
        return "".join(out)

    def count(self, value):
        """How often the value is in the list."""
        return sum(value == entry for entry in self)

    def index(self, value):
        """Where the value is first."""
        for position, entry in enumerate(self):
            if value == entry:
                return position
        raise ValueError(f"{value!r} not in this container")

    __class_getitem__ = classmethod(GenericAlias)


def _attach(cls, name):
    return cls(name=name)
