import builtins
import io
import os

import _bz2

__all__ = ["BZ2File", "BZ2Compressor", "BZ2Decompressor", "open", "compress", "decompress"]


def _bytes(data):
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


class BZ2Compressor:
    def __init__(self, compresslevel=9, /):
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        self._level, self._parts = compresslevel, []

    def compress(self, data, /):
        data = _bytes(data)
        if self._parts is None:
            raise ValueError("Compressor has been flushed")
        self._parts.append(data)
        return b""

    def flush(self):
        if self._parts is None:
            raise ValueError("Repeated call to flush()")
        data, self._parts = b"".join(self._parts), None
        return _bz2.encode(data, self._level)

    def __reduce__(self):
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")


class BZ2Decompressor:
    def __init__(self):
        self.eof, self.unused_data, self.needs_input = False, b"", True
        self._in = b""
        self._bit = 0  # the next one of _in
        self._level = 0  # 0 until the head of the stream is read
        self._sum = 0
        self._out = b""

    def __reduce__(self):
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")

    def decompress(self, data, max_length=-1):
        data = _bytes(data)
        if self.eof:
            raise EOFError("End of stream already reached")
        self._in += data
        parts, size = [self._out], len(self._out)
        while not self.eof and (max_length < 0 or size < max_length) and self._in:
            part = self._block()
            if part is None:
                break
            parts.append(part)
            size += len(part)
        out = b"".join(parts)
        if max_length < 0:
            max_length = len(out)
        out, self._out = out[:max_length], out[max_length:]
        if self._out:
            if self.eof:
                self.eof, self._ended = False, True
            self.needs_input = False
        else:
            self.eof = self.eof or self._ended
            self.needs_input = not self.eof
        return out

    _ended = False

    def _block(self):
        if self._ended:
            return None
        if not self._level:
            head = self._in[:4]
            if not b"BZh".startswith(head[:3]) or head[3:] and head[3:] not in b"123456789":
                raise OSError("Invalid data stream")
            if len(head) < 4:
                return None
            self._level, self._bit = head[3] - 48, 32
        got = _bz2.block(self._in, self._bit, self._level)
        if got is None:
            return None
        part, self._bit, sum = got
        if part is None:
            if sum != self._sum:
                raise OSError("Invalid data stream")
            self.eof = True
            self.unused_data = self._in[(self._bit + 7) // 8:]
            self._in = b""
            return b""
        self._sum = (self._sum << 1 & 0xffffffff | self._sum >> 31) ^ sum
        self._in, self._bit = self._in[self._bit // 8:], self._bit % 8
        return part


def compress(data, compresslevel=9):
    comp = BZ2Compressor(compresslevel)
    return comp.compress(data) + comp.flush()


def decompress(data):
    parts = []
    while data:
        d = BZ2Decompressor()
        try:
            part = d.decompress(data)
        except OSError:
            if parts:
                break  # what follows a stream and is none itself is left out
            raise
        parts.append(part)
        if not d.eof:
            raise ValueError("Compressed data ended before the end-of-stream marker was reached")
        data = d.unused_data
    return b"".join(parts)


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for value, name in ((encoding, "encoding"), (errors, "errors"), (newline, "newline")):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
    binary = BZ2File(filename, mode.replace("t", ""), compresslevel=compresslevel)
    if "t" in mode:
        return io.TextIOWrapper(binary, io.text_encoding(encoding), errors, newline)
    return binary


class _Reader(io.RawIOBase):
    """The data of a compressed file, decompressed as it is read; it may be sought in, from the start."""

    def __init__(self, file):
        self._file, self._at, self._size = file, 0, -1
        self._start()

    def _start(self):
        self._d, self._end, self._at = BZ2Decompressor(), False, 0

    def readable(self):
        return True

    def seekable(self):
        return self._file.seekable()

    def readinto(self, buffer):
        data = self.read(len(memoryview(buffer).cast("B")))
        buffer[:len(data)] = data
        return len(data)

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        if not size or self._end:
            return b""
        while True:
            if self._d.eof:
                raw = self._d.unused_data or self._file.read(io.DEFAULT_BUFFER_SIZE)
                if not raw:
                    break
                self._d = BZ2Decompressor()
                try:
                    data = self._d.decompress(raw, size)
                except OSError:
                    break
            else:
                raw = b""
                if self._d.needs_input:
                    raw = self._file.read(io.DEFAULT_BUFFER_SIZE)
                    if not raw:
                        raise EOFError("Compressed file ended before the end-of-stream marker was reached")
                data = self._d.decompress(raw, size)
            if data:
                self._at += len(data)
                return data
        self._end, self._size = True, self._at
        return b""

    def readall(self):
        parts = []
        while part := self.read(1 << 20):
            parts.append(part)
        return b"".join(parts)

    def tell(self):
        return self._at

    def seek(self, offset, whence=0):
        if whence == 1:
            offset += self._at
        elif whence == 2:
            while self.read(io.DEFAULT_BUFFER_SIZE):
                pass
            offset += self._size
        elif whence != 0:
            raise ValueError("Invalid value for whence: {}".format(whence))
        if offset < self._at:
            self._file.seek(0)
            self._start()
        while self._at < offset and self.read(min(io.DEFAULT_BUFFER_SIZE, offset - self._at)):
            pass
        return self._at


class BZ2File(io.BufferedIOBase):
    def __init__(self, filename, mode="r", *, compresslevel=9):
        self._fp, self._own, self._mode = None, False, ""
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        if mode in ("", "r", "rb"):
            mode, kind = "rb", "r"
        elif mode in ("w", "wb", "x", "xb", "a", "ab"):
            mode, kind = mode[0] + "b", "w"
            self._comp, self._at = BZ2Compressor(compresslevel), 0
        else:
            raise ValueError("Invalid mode: %r" % (mode,))
        if isinstance(filename, (str, bytes, os.PathLike)):
            self._fp, self._own = builtins.open(filename, mode), True
        elif hasattr(filename, "read") or hasattr(filename, "write"):
            self._fp = filename
        else:
            raise TypeError("filename must be a str, bytes, file or PathLike object")
        self._mode = kind
        if kind == "r":
            self._buffer = io.BufferedReader(_Reader(self._fp))

    def close(self):
        if self._fp is None:
            return
        try:
            if self._mode == "r":
                self._buffer.close()
            else:
                self._fp.write(self._comp.flush())
        finally:
            fp, self._fp, self._mode = self._fp, None, ""
            if self._own:
                fp.close()

    @property
    def closed(self):
        return self._fp is None

    def _open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _reader(self):
        self._open()
        if self._mode != "r":
            raise io.UnsupportedOperation("File not open for reading")
        return self._buffer

    def _writer(self):
        self._open()
        if self._mode != "w":
            raise io.UnsupportedOperation("File not open for writing")

    def fileno(self):
        self._open()
        return self._fp.fileno()

    def seekable(self):
        return self.readable() and self._buffer.seekable()

    def readable(self):
        self._open()
        return self._mode == "r"

    def writable(self):
        self._open()
        return self._mode == "w"

    def peek(self, n=0):
        return self._reader().peek(n)

    def read(self, size=-1):
        return self._reader().read(size)

    def read1(self, size=-1):
        return self._reader().read1(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def readinto(self, b):
        return self._reader().readinto(b)

    def readline(self, size=-1):
        if not isinstance(size, int):
            if not hasattr(size, "__index__"):
                raise TypeError("Integer argument expected")
            size = size.__index__()
        return self._reader().readline(size)

    def readlines(self, size=-1):
        if not isinstance(size, int):
            if not hasattr(size, "__index__"):
                raise TypeError("Integer argument expected")
            size = size.__index__()
        return self._reader().readlines(size)

    def __iter__(self):
        self._reader()
        return self

    def write(self, data):
        self._writer()
        data = _bytes(data)
        self._comp.compress(data)
        self._at += len(data)
        return len(data)

    def writelines(self, seq):
        return io.BufferedIOBase.writelines(self, seq)

    def seek(self, offset, whence=io.SEEK_SET):
        reader = self._reader()
        if not reader.seekable():
            raise io.UnsupportedOperation("The underlying file object does not support seeking")
        return reader.seek(offset, whence)

    def tell(self):
        self._open()
        return self._buffer.tell() if self._mode == "r" else self._at
