__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


def unpack(format, buffer, /):
    return unpack_at(format, buffer, None)


def unpack_from(format, /, buffer, offset=0):
    return unpack_at(format, buffer, offset)


def pack_into(format, buffer, offset, /, *v):
    if isinstance(buffer, (bytes, str)) or isinstance(buffer, memoryview) and buffer.readonly:
        raise TypeError(f"argument must be read-write bytes-like object, not {type(buffer).__name__}")
    size = calcsize(format)
    view = memoryview(buffer)
    if view.format != "B":
        view = view.cast("B")
    at = room(offset, len(view), size)
    view[at:at + size] = pack(format, *v)


class unpack_iterator:
    __module__ = "_struct"

    def __init__(self, format, buffer):
        self._format, self._size = format, calcsize(format)
        if self._size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(buffer) % self._size:
            raise error("iterative unpacking requires a buffer of a multiple of %d bytes" % self._size)
        self._buffer, self._at = buffer, 0

    def __iter__(self):
        return self

    def __length_hint__(self):
        return (len(self._buffer) - self._at) // self._size

    def __next__(self):
        if self._at >= len(self._buffer):
            raise StopIteration
        at = self._at
        self._at += self._size
        return unpack_at(self._format, self._buffer, at)


def iter_unpack(format, buffer, /):
    return unpack_iterator(format, buffer)


class Struct:
    __module__ = "_struct"

    __slots__ = ("_size", "_format", "__weakref__")

    def __init__(self, format):
        self._size = calcsize(format)
        self._format = format.decode("ascii") if isinstance(format, bytes) else format

    format = property(lambda self: self._format)
    size = property(lambda self: self._size)

    def pack(self, *v):
        return pack(self._format, *v)

    def pack_into(self, buffer, offset, /, *v):
        pack_into(self._format, buffer, offset, *v)

    def unpack(self, buffer, /):
        return unpack_at(self._format, buffer, None)

    def unpack_from(self, buffer, offset=0):
        return unpack_at(self._format, buffer, offset)

    def iter_unpack(self, buffer, /):
        return unpack_iterator(self._format, buffer)
