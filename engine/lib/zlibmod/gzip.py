import builtins
import io
import os
import struct
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]
READ, WRITE = 1, 2


class BadGzipFile(OSError):
    """Not a gzip file."""


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for value, name in ((encoding, "encoding"), (errors, "errors"), (newline, "newline")):
            if value is not None:
                raise ValueError(f"Argument {name!r} not supported in binary mode")
    plain = mode.replace("t", "")
    if isinstance(filename, (str, bytes, os.PathLike)):
        binary = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        binary = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    if "t" in mode:
        return io.TextIOWrapper(binary, encoding, errors, newline)
    return binary


class GzipFile(io.BufferedIOBase):
    """A compressed file: read whole when it is first read, written when it is closed."""

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError("Invalid mode: {!r}".format(mode))
        mode = (mode or getattr(fileobj, "mode", "rb")).replace("b", "")[:1] or "r"
        if mode not in "rwax":
            raise ValueError("Invalid mode: {!r}".format(mode))
        self._own = fileobj is None
        if fileobj is None:
            fileobj = builtins.open(filename, mode + "b")
        self.fileobj = fileobj
        self.name = os.fspath(filename) if filename is not None else getattr(fileobj, "name", "")
        self.mode = READ if mode == "r" else WRITE
        self._level, self._mtime = compresslevel, mtime
        self._buffer = io.BytesIO() if self.mode == WRITE else None

    @property
    def mtime(self):
        return self._mtime

    @property
    def closed(self):
        return self.fileobj is None

    def _data(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if self.mode != READ:
            import errno
            raise OSError(errno.EBADF, "read() on write-only GzipFile object")
        if self._buffer is None:
            self._buffer = io.BytesIO(decompress(self.fileobj.read()))
        return self._buffer

    def read(self, size=-1):
        return self._data().read(size)

    def read1(self, size=-1):
        return self._data().read(size)

    def peek(self, n):
        b = self._data()
        at = b.tell()
        out = b.read(n)
        b.seek(at)
        return out

    def readline(self, size=-1):
        return self._data().readline(size)

    def write(self, data):
        if self.closed:
            raise ValueError("write() on closed GzipFile object")
        if self.mode != WRITE:
            import errno
            raise OSError(errno.EBADF, "write() on read-only GzipFile object")
        return self._buffer.write(data)

    def seek(self, offset, whence=0):
        return (self._data() if self.mode == READ else self._buffer).seek(offset, whence)

    def tell(self):
        return (self._data() if self.mode == READ else self._buffer).tell()

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def flush(self, zlib_mode=2):
        pass

    def fileno(self):
        return self.fileobj.fileno()

    def close(self):
        fileobj, self.fileobj = self.fileobj, None
        if fileobj is None:
            return
        try:
            if self.mode == WRITE:
                fileobj.write(compress(self._buffer.getvalue(), self._level, mtime=self._mtime))
        finally:
            if self._own:
                fileobj.close()

    def __repr__(self):
        return "<gzip " + repr(self.fileobj)[1:-1] + " " + hex(id(self)) + ">"


def compress(data, compresslevel=9, *, mtime=None):
    if mtime is None:
        mtime = time.time()
    out = zlib.compress(data, compresslevel, 31)
    return out[:4] + struct.pack("<L", int(mtime)) + out[8:9] + b"\xff" + out[10:]


def decompress(data):
    parts = []
    data = bytes(data)
    while data:
        if data[:2] != b"\x1f\x8b":
            if not data.strip(b"\0"):
                break
            raise BadGzipFile("Not a gzipped file (%r)" % data[:2])
        d = zlib.decompressobj(wbits=31)
        try:
            parts.append(d.decompress(data))
        except zlib.error as e:
            if "data check" in str(e):
                raise BadGzipFile("CRC check failed") from None
            raise
        if not d.eof:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        data = d.unused_data
    return b"".join(parts)
