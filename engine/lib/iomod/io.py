import abc
import posix as _posix
import _iocore
from _iocore import UnsupportedOperation

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
    "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper",
    "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "text_encoding", "DEFAULT_BUFFER_SIZE",
    "IncrementalNewlineDecoder",
]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError


def _fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    result = method(path)
    if not isinstance(result, (str, bytes)):
        raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(result).__name__}")
    return result


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding


from builtins import open     # which calls _open


def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(file, int):
        file = _fspath(file)
    for value, what in ((mode, "mode"), (encoding, "encoding"), (errors, "errors"), (newline, "newline")):
        if not isinstance(value, str) and (value is not None or what == "mode"):
            word = "str" if what == "mode" else "str or None"
            raise TypeError(f"open() argument {what!r} must be {word}, not {type(value).__name__}")
    flags = set(mode)
    if flags - set("axrwb+t") or len(mode) > len(flags):
        raise ValueError("invalid mode: %r" % mode)
    text, binary = "t" in flags, "b" in flags
    if text and binary:
        raise ValueError("can't have text and binary mode at once")
    if not flags & set("axrw"):
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if len(flags & set("axrw")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if binary:
        for value, what in ((encoding, "encoding"), (errors, "errors"), (newline, "newline")):
            if value is not None:
                raise ValueError(f"binary mode doesn't take an {what} argument" if what[0] == "e" else
                                 f"binary mode doesn't take a {what} argument")
        if buffering == 1:
            import warnings
            warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
                          RuntimeWarning, 2)
    raw = FileIO(file, "".join([c for c in mode if c not in "bt"]), closefd, opener)
    result = raw
    try:
        line_buffering = False
        if buffering == 1 or buffering < 0 and raw.isatty():
            buffering, line_buffering = -1, True
        if buffering < 0:
            buffering = DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if binary:
                return result
            raise ValueError("can't have unbuffered text I/O")
        if "+" in flags:
            buffer = BufferedRandom(raw, buffering)
        elif "r" in flags:
            buffer = BufferedReader(raw, buffering)
        else:
            buffer = BufferedWriter(raw, buffering)
        result = buffer
        if binary:
            return result
        result = TextIOWrapper(buffer, encoding, errors, newline, line_buffering)
        result.mode = mode
        return result
    except BaseException:
        result.close()
        raise


def open_code(path):
    return open(path, "rb")


OpenWrapper = open


class _IOBase:
    __module__ = "_io"
    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, pos, whence=0, /):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None, /):
        self._unsupported("truncate")

    def fileno(self):
        self._unsupported("fileno")

    def flush(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        return self._closed

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def isatty(self):
        self._checkClosed()
        return False

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable.")

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable.")

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def readline(self, size=-1, /):
        if size is None:
            size = -1
        out = bytearray()
        while size < 0 or len(out) < size:
            ahead = 1
            if hasattr(self, "peek"):
                waiting = self.peek(1)
                if waiting:
                    ahead = waiting.find(b"\n") + 1 or len(waiting)
                    if size >= 0:
                        ahead = min(ahead, size - len(out))
            b = self.read(ahead)
            if not b:
                break
            if not isinstance(b, bytes):
                raise OSError("read() should have returned a bytes object, not '%s'" % type(b).__name__)
            out += b
            if out.endswith(b"\n"):
                break
        return bytes(out)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None, /):
        if hint is None or hint <= 0:
            return list(self)
        n, lines = 0, []
        for line in self:
            lines.append(line)
            n += len(line)
            if n >= hint:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)


class _RawIOBase(_IOBase):
    __module__ = "_io"

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        b = bytearray(size)
        n = self.readinto(b)
        if n is None:
            return None
        return bytes(b[:n])

    def readall(self):
        parts = []
        while data := self.read(DEFAULT_BUFFER_SIZE):
            parts.append(data)
        return b"".join(parts) if parts else data

    def readinto(self, b):
        raise NotImplementedError

    def write(self, b):
        raise NotImplementedError


class FileIO(_RawIOBase):
    __module__ = "_io"
    _fd = -1
    _own = True

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if not isinstance(file, int):
            file = _fspath(file)
        elif file < 0:
            raise ValueError("negative file descriptor")
        plain = mode.replace("b", "")
        if set(plain) - set("xrwa+"):
            raise ValueError("invalid mode: %r" % (mode,))
        if sum([c in "rwax" for c in plain]) != 1 or plain.count("+") > 1:
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        kind, plus = plain.replace("+", ""), "+" in plain
        self._readable = kind == "r" or plus
        self._writable = kind != "r" or plus
        self._kind = kind
        flags = 2 if plus else int(kind != "r")
        flags |= {"r": 0, "w": 0o100 | 0o1000, "a": 0o100 | 0o2000, "x": 0o100 | 0o200}[kind] | 0o2000000
        self._own = closefd
        if isinstance(file, int):
            _posix._stat(file)
            self._fd = file
        elif not closefd:
            raise ValueError("Cannot use closefd=False with file name")
        elif opener is None:
            self._fd = _posix.open(file, flags, 0o666)
        else:
            fd = opener(file, flags)
            if not isinstance(fd, int):
                raise TypeError("expected integer from opener")
            if fd < 0:
                raise ValueError("opener returned %d" % fd)
            self._fd = fd
        if _posix._stat(self._fd)[0] & 0o170000 == 0o040000:
            if not isinstance(file, int):
                self.close()
            raise IsADirectoryError(21, "Is a directory", file)
        self.name = file
        if kind == "a":
            try:
                _posix.lseek(self._fd, 0, 2)
            except OSError:
                pass

    def __del__(self):
        if self._fd >= 0 and self._own and not self._closed:
            self.close()

    def __repr__(self):
        if self._closed:
            return "<_io.FileIO [closed]>"
        return "<_io.FileIO name=%r mode=%r closefd=%r>" % (self.name, self.mode, self._own)

    @property
    def mode(self):
        return {"r": "r", "w": "r" if self._readable else "w", "a": "a", "x": "x"}[self._kind] + "b" + (
            "+" if self._readable and self._writable else "")

    @property
    def closefd(self):
        return self._own

    def _open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def fileno(self):
        self._open()
        return self._fd

    def readable(self):
        self._open()
        return self._readable

    def writable(self):
        self._open()
        return self._writable

    def seekable(self):
        self._open()
        try:
            _posix.lseek(self._fd, 0, 1)
            return True
        except OSError:
            return False

    def isatty(self):
        self._open()
        return _posix.isatty(self._fd)

    def read(self, size=-1, /):
        self._open()
        if not self._readable:
            raise UnsupportedOperation("File not open for reading")
        if size is None or size < 0:
            return self.readall()
        return _posix._read(self._fd, size)

    def readall(self):
        self._open()
        if not self._readable:
            raise UnsupportedOperation("File not open for reading")
        try:
            size = max(_posix._stat(self._fd)[6] - _posix.lseek(self._fd, 0, 1), 0) + 1
        except OSError:
            size = 65536
        parts = []
        while data := _posix._read(self._fd, max(size, 8192)):
            parts.append(data)
            if len(data) < size and size != 65536:
                break
        return b"".join(parts) if parts else data

    def readinto(self, b, /):
        self._open()
        data = self.read(len(b))
        if data is None:
            return None
        b[:len(data)] = data
        return len(data)

    def write(self, b, /):
        self._open()
        if not self._writable:
            raise UnsupportedOperation("File not open for writing")
        return _posix._write(self._fd, b)

    def seek(self, pos, whence=0, /):
        self._open()
        return _posix.lseek(self._fd, pos, whence)

    def tell(self):
        self._open()
        return _posix.lseek(self._fd, 0, 1)

    def truncate(self, size=None, /):
        self._open()
        if not self._writable:
            raise UnsupportedOperation("File not open for writing")
        if size is None:
            size = self.tell()
        _posix.ftruncate(self._fd, size)
        return size

    def close(self):
        if not self._closed:
            try:
                super().close()
            finally:
                if self._own and self._fd >= 0:
                    _posix.close(self._fd)


class _BufferedIOBase(_IOBase):
    __module__ = "_io"

    def read(self, size=-1, /):
        self._unsupported("read")

    def read1(self, size=-1, /):
        self._unsupported("read1")

    def write(self, b, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")

    def readinto(self, b, /):
        return self._into(b, self.read)

    def readinto1(self, b, /):
        return self._into(b, self.read1)

    def _into(self, b, read):
        data = read(len(b))
        b[:len(data)] = data
        return len(data)


class BytesIO(_iocore.BytesIO, _BufferedIOBase):
    __module__ = "_io"

    def __getstate__(self):
        self._checkClosed()
        return (self.getvalue(), self.tell(), self.__dict__.copy() or None)

    def __setstate__(self, state):
        self.__init__(state[0])
        self.seek(state[1])
        if state[2]:
            self.__dict__.update(state[2])


class _Buffered(_BufferedIOBase):
    """What the classes on top of a raw stream share."""

    __module__ = "_io"

    def _attach(self, raw, buffer_size):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self._raw = raw
        self.buffer_size = buffer_size

    @property
    def raw(self):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        return self._raw

    @property
    def closed(self):
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def __repr__(self):
        cls = type(self)
        name = f"{cls.__module__}.{cls.__qualname__}"
        try:
            return f"<{name} name={self.name!r}>"
        except AttributeError:
            return f"<{name}>"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")

    def detach(self):
        raw = self.raw
        self.flush()
        self._raw = None
        return raw

    def close(self):
        if self._raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._raw.close()

    def flush(self):
        if self.closed:
            raise ValueError("flush of closed file")
        self._raw.flush()

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()


class _Layer(type):
    # The layers of the standard streams are made without this module, and are of these classes all the same.
    def __instancecheck__(cls, obj):
        return type.__instancecheck__(cls, obj) or cls.__name__ == type(obj).__name__ and type(obj) in (
            _iocore.Stream, _iocore.StreamBuffer, _iocore.StreamReader)


class BufferedReader(_Buffered, metaclass=_Layer):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        self._attach(raw, buffer_size)
        self._buf, self._pos = b"", 0

    def _live(self, what):
        if self.closed:
            raise ValueError(f"{what} of closed file")

    def read(self, size=-1, /):
        self._live("read")
        if size is not None and size < -1:
            raise ValueError("read length must be non-negative or -1")
        if size is None or size == -1:
            have = self._buf[self._pos:]
            self._buf, self._pos = b"", 0
            rest = self.raw.readall() if hasattr(self.raw, "readall") else self.raw.read()
            if rest is None:
                return have or None
            return have + rest
        have = len(self._buf) - self._pos
        if size <= have:
            out = self._buf[self._pos:self._pos + size]
            self._pos += size
            return out
        parts = [self._buf[self._pos:]]
        self._buf, self._pos = b"", 0
        need = size - have
        while need > 0:
            data = self.raw.read(max(self.buffer_size, need))
            if not data:
                if data is None and have == 0:
                    return None
                break
            have += len(data)
            if len(data) > need:
                self._buf, self._pos = data, need
                data = data[:need]
            parts.append(data)
            need -= len(data)
        return b"".join(parts)

    def read1(self, size=-1, /):
        self._live("read")
        if size < 0:
            size = self.buffer_size
        if size == 0:
            return b""
        if self._pos >= len(self._buf):
            self._fill()
        out = self._buf[self._pos:self._pos + size]
        self._pos += len(out)
        return out

    def _fill(self):
        self._buf, self._pos = self.raw.read(self.buffer_size) or b"", 0

    def peek(self, size=0, /):
        self._live("peek")
        if self._pos >= len(self._buf):
            self._fill()
        return self._buf[self._pos:]

    def readline(self, size=-1, /):
        self._live("readline")
        if size is None:
            size = -1
        i = self._buf.find(b"\n", self._pos) + 1
        if i and (size < 0 or i - self._pos <= size):
            out = self._buf[self._pos:i]
            self._pos = i
            return out
        parts, n = [], 0
        while True:
            if self._pos >= len(self._buf):
                self._fill()
                if not self._buf:
                    break
            i = self._buf.find(b"\n", self._pos) + 1 or len(self._buf)
            if size >= 0:
                i = min(i, self._pos + size - n)
            out = self._buf[self._pos:i]
            self._pos = i
            parts.append(out)
            n += len(out)
            if out.endswith(b"\n") or n == size:
                break
        return b"".join(parts)

    def tell(self):
        self._live("tell")
        return self.raw.tell() - len(self._buf) + self._pos

    def seek(self, pos, whence=0, /):
        self._live("seek")
        if whence not in (0, 1, 2):
            raise ValueError("whence value %d unsupported" % whence)
        if whence == 1:
            pos -= len(self._buf) - self._pos
        self._buf, self._pos = b"", 0
        return self.raw.seek(pos, whence)

    def truncate(self, pos=None, /):
        self._live("truncate")
        if not self.writable():
            raise UnsupportedOperation("truncate")
        if pos is None:
            pos = self.tell()
        return self.raw.truncate(pos)


class BufferedWriter(_Buffered, metaclass=_Layer):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self._attach(raw, buffer_size)
        self._out = bytearray()

    def __del__(self):
        raw = self.__dict__.get("_raw")
        if raw is not None and not raw.closed:
            self.close()

    def write(self, b, /):
        if self.closed:
            raise ValueError("write to closed file")
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if not isinstance(b, (bytes, bytearray)):
            try:
                b = memoryview(b).tobytes()
            except TypeError:
                raise TypeError(f"a bytes-like object is required, not '{type(b).__name__}'") from None
        n = len(b)
        if len(self._out) + n <= self.buffer_size:
            self._out += b
            return n
        self._drain()
        self._out += b
        if n > self.buffer_size:
            self._drain()
        return n

    def _drain(self):
        while self._out:
            n = self.raw.write(bytes(self._out))
            if n is None:
                raise BlockingIOError(11, "write could not complete without blocking", 0)
            del self._out[:n]

    def flush(self):
        if self.closed:
            raise ValueError("flush of closed file")
        self._drain()
        self.raw.flush()

    def tell(self):
        return self.raw.tell() + len(self._out)

    def seek(self, pos, whence=0, /):
        if self.closed:
            raise ValueError("seek of closed file")
        if whence not in (0, 1, 2):
            raise ValueError("whence value %d unsupported" % whence)
        self._drain()
        return self.raw.seek(pos, whence)

    def truncate(self, pos=None, /):
        if self.closed:
            raise ValueError("truncate of closed file")
        self._drain()
        return self.raw.truncate(self.raw.tell() if pos is None else pos)


class BufferedRandom(BufferedWriter, BufferedReader):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        BufferedReader.__init__(self, raw, buffer_size)
        BufferedWriter.__init__(self, raw, buffer_size)

    def _forget(self):
        """Be where the reader seems to be."""
        if self._buf:
            ahead = len(self._buf) - self._pos
            self._buf, self._pos = b"", 0
            if ahead:
                self.raw.seek(-ahead, 1)

    def write(self, b, /):
        if not self.closed:
            self._forget()
        return BufferedWriter.write(self, b)

    def read(self, size=-1, /):
        if not self.closed:
            self._drain()
        return BufferedReader.read(self, size)

    def read1(self, size=-1, /):
        self._drain()
        return BufferedReader.read1(self, size)

    def peek(self, size=0, /):
        self._drain()
        return BufferedReader.peek(self, size)

    def readline(self, size=-1, /):
        if not self.closed:
            self._drain()
        return BufferedReader.readline(self, size)

    def tell(self):
        if self._out:
            return BufferedWriter.tell(self)
        return BufferedReader.tell(self)

    def seek(self, pos, whence=0, /):
        if self.closed:
            raise ValueError("seek of closed file")
        self._drain()
        return BufferedReader.seek(self, pos, whence)

    def truncate(self, pos=None, /):
        if pos is None:
            pos = self.tell()
        self._drain()
        self._forget()
        return self.raw.truncate(pos)


class BufferedRWPair(_BufferedIOBase):
    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)
        for name in ("read", "read1", "peek", "readinto", "readinto1", "readable", "readline"):
            setattr(self, name, getattr(self.reader, name))
        for name in ("write", "flush", "writable"):
            setattr(self, name, getattr(self.writer, name))

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    def isatty(self):
        return self.writer.isatty() or self.reader.isatty()

    @property
    def closed(self):
        return self.writer.closed


class _TextIOBase(_IOBase):
    __module__ = "_io"
    encoding = newlines = errors = None

    def read(self, size=-1, /):
        self._unsupported("read")

    def write(self, s, /):
        self._unsupported("write")

    def readline(self, size=-1, /):
        self._unsupported("readline")

    def detach(self):
        self._unsupported("detach")


class StringIO(_iocore.StringIO, _TextIOBase):
    __module__ = "_io"

    def __getstate__(self):
        self._checkClosed()
        return (self.getvalue(), "\n", self.tell(), self.__dict__.copy() or None)

    def __setstate__(self, state):
        self.__init__(state[0], state[1])
        self.seek(state[2])
        if state[3]:
            self.__dict__.update(state[3])


class IncrementalNewlineDecoder:
    """Translates line ends, chunk by chunk."""

    __module__ = "_io"

    def __init__(self, decoder, translate, errors="strict"):
        self.translate, self.decoder, self._seen, self._cr = translate, decoder, 0, False

    def decode(self, input, final=False):
        output = input if self.decoder is None else self.decoder.decode(input, final=final)
        if self._cr and (output or final):
            output, self._cr = "\r" + output, False
        if output.endswith("\r") and not final:
            output, self._cr = output[:-1], True
        crlf = output.count("\r\n")
        cr, lf = output.count("\r") - crlf, output.count("\n") - crlf
        self._seen |= (lf and 2) | (cr and 1) | (crlf and 4)
        if self.translate:
            output = output.replace("\r\n", "\n").replace("\r", "\n")
        return output

    def getstate(self):
        return (b"", int(self._cr))

    def setstate(self, state):
        self._cr = bool(state[1])

    def reset(self):
        self._seen, self._cr = 0, False

    @property
    def newlines(self):
        return _newlines(self._seen)


def _newlines(seen):
    kinds = [text for bit, text in ((1, "\r"), (2, "\n"), (4, "\r\n")) if seen & bit]
    return None if not kinds else kinds[0] if len(kinds) == 1 else tuple(kinds)


class _Detached:
    """What stands for the buffer of a TextIOWrapper that has given it away."""

    def __getattr__(self, name):
        raise ValueError("underlying buffer has been detached")


_detached = _Detached()


class TextIOWrapper(_TextIOBase, metaclass=_Layer):
    __module__ = "_io"
    _CHUNK_SIZE = 8192
    _buffer = None

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline is not None and not isinstance(newline, str):
            raise TypeError("illegal newline type: %r" % (type(newline),))
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError("illegal newline value: %s" % (newline,))
        if encoding is None or encoding == "locale":
            encoding = "UTF-8"
        "".encode(encoding)
        self.encoding = encoding
        self.errors = "strict" if errors is None else errors
        self._buffer = buffer
        self.line_buffering, self.write_through = line_buffering, write_through
        self._set_newline(newline)
        self._can_read = buffer.readable()
        self._can_write = buffer.writable()
        self._out = b""
        self._seekable = self._telling = buffer.seekable()
        name = encoding.lower().replace("_", "-")
        self._codec = {"utf8": "utf-8", "u8": "utf-8", "utf16": "utf-16", "utf32": "utf-32"}.get(name, name)
        self._forget()
        self._head = True
        if self._seekable and self._can_write and buffer.tell() != 0:
            self._head = False

    def _set_newline(self, newline):
        self._newline = newline
        self._universal = not newline
        self._translate = newline is None
        self._end = newline or "\n"
        self._write_end = newline if newline in ("\r", "\r\n") else None
        self._seen = 0

    def _forget(self):
        """What was read ahead: text, still to be translated, and where we are in it; bytes not yet decoded."""
        self._text, self._at, self._bytes, self._eof = "", 0, b"", False
        self._base = None     # the position of _text in the file
        self._actual = self._codec

    def __del__(self):
        buffer = self.__dict__.get("_buffer")
        if buffer is not None and buffer is not _detached and self.__dict__.get("_can_write") and not buffer.closed:
            self.close()

    def __repr__(self):
        parts = ["<_io.TextIOWrapper"]
        for key in ("name", "mode"):
            try:
                parts.append(f"{key}={getattr(self, key)!r}")
            except AttributeError:
                pass
        return " ".join(parts) + f" encoding={self.encoding!r}>"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")

    def reconfigure(self, *, encoding=None, errors=None, newline=Ellipsis, line_buffering=None, write_through=None):
        if self._text[self._at:] and (encoding is not None or errors is not None or newline is not Ellipsis):
            raise UnsupportedOperation("It is not possible to set the encoding or newline of stream after the first read")
        self.flush()
        if encoding is not None:
            self.encoding, self._codec = encoding, encoding.lower().replace("_", "-")
            self._actual = self._codec
            self.errors = "strict"
        if errors is not None:
            self.errors = errors
        if newline is not Ellipsis:
            self._set_newline(newline)
        if line_buffering is not None:
            self.line_buffering = line_buffering
        if write_through is not None:
            self.write_through = write_through

    @property
    def buffer(self):
        return None if self._buffer is _detached else self._buffer

    @property
    def name(self):
        return self._buffer.name

    @property
    def closed(self):
        return self._buffer.closed

    @property
    def newlines(self):
        return _newlines(self._seen)

    def seekable(self):
        self._checkClosed()
        return self._seekable

    def readable(self):
        return self._buffer.readable()

    def writable(self):
        return self._buffer.writable()

    def fileno(self):
        return self._buffer.fileno()

    def isatty(self):
        return self._buffer.isatty()

    def detach(self):
        self.flush()
        buffer, self._buffer = self._buffer, _detached
        return buffer

    def close(self):
        if self._buffer is not _detached and not self.closed:
            try:
                self.flush()
            finally:
                self._buffer.close()

    # ---- writing

    def write(self, text, /):
        if self._buffer.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self._can_write:
            raise UnsupportedOperation("not writable")
        n = len(text)
        newline = "\n" in text
        if self._text or self._bytes:
            self._unread()
        if newline and self._write_end:
            text = text.replace("\n", self._write_end)
        codec = self._codec
        if codec in ("utf-16", "utf-32", "utf-8-sig"):
            if not self._head:
                codec = "utf-8" if codec == "utf-8-sig" else codec + "-le"
            self._head = False
        data = text.encode(codec, self.errors)
        self._out += data
        if len(self._out) > self._CHUNK_SIZE or self.write_through or self.line_buffering and (newline or "\r" in text):
            self._push()
            if self.line_buffering and (newline or "\r" in text):
                self._buffer.flush()
        return n

    def _push(self):
        if self._out:
            data, self._out = self._out, b""
            self._buffer.write(data)

    def _unread(self):
        if self._seekable:
            self._buffer.seek(self._where())
        self._forget()

    def flush(self):
        if self._buffer.closed:
            raise ValueError("I/O operation on closed file.")
        self._telling = self._seekable
        self._push()
        self._buffer.flush()

    # ---- reading

    def _more(self):
        """Read a chunk; false at the end."""
        if self._eof:
            return False
        if self._at:
            if self._base is not None:
                self._base += self._size(self._text[:self._at])
            self._text, self._at = self._text[self._at:], 0
        if self._base is None and self._seekable:
            self._base = self._buffer.tell() - len(self._bytes)
        read = getattr(self._buffer, "read1", None) or self._buffer.read
        chunk = read(self._CHUNK_SIZE)
        if not isinstance(chunk, bytes):
            raise TypeError("underlying %s() should have returned a bytes-like object, not '%s'"
                            % (read.__name__, type(chunk).__name__))
        self._eof = not chunk
        self._decode(self._bytes + chunk, self._eof)
        return not self._eof

    def _decode(self, data, final):
        if self._actual == "utf-8-sig" and len(data) >= 3 or final and self._actual == "utf-8-sig":
            if data.startswith(b"\xef\xbb\xbf"):
                data = data[3:]
                if self._base is not None:
                    self._base += 3
            self._actual = "utf-8"
        elif self._actual == "utf-16" and len(data) >= 2:
            big = data.startswith(b"\xfe\xff")
            self._actual = "utf-16-be" if big else "utf-16-le"
            if big or data.startswith(b"\xff\xfe"):
                data = data[2:]
                if self._base is not None:
                    self._base += 2
        elif self._actual == "utf-32" and len(data) >= 4:
            big = data.startswith(b"\x00\x00\xfe\xff")
            self._actual = "utf-32-be" if big else "utf-32-le"
            if big or data.startswith(b"\xff\xfe\x00\x00"):
                data = data[4:]
                if self._base is not None:
                    self._base += 4
        elif self._actual == "utf-8-sig":
            self._bytes = data
            return
        text, used = _iocore.decode(data, self._actual, self.errors, final)
        self._bytes = data[used:]
        self._text += text

    def _size(self, text):
        return len(text.encode(self._actual, "surrogatepass" if self.errors == "strict" else self.errors))

    def _ready(self):
        if self._buffer.closed:
            raise ValueError("I/O operation on closed file.")
        if not self._can_read:
            raise UnsupportedOperation("not readable")
        if self._out:
            self._push()

    def _finish(self, text):
        """Text as the program sees it."""
        if self._universal and "\r" in text:
            crlf = text.count("\r\n")
            self._seen |= (text.count("\r") > crlf and 1) | (text.count("\n") > crlf and 2) | (crlf and 4)
            if self._translate:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif self._universal and "\n" in text:
            self._seen |= 2
        return text

    def read(self, size=-1, /):
        self._ready()
        if size is None or size < 0:
            if self._base is None and self._seekable:
                self._base = self._buffer.tell() - len(self._bytes)
            self._decode(self._bytes + self._buffer.read(), True)
            text = self._text[self._at:]
            self._at = len(self._text)
            return self._finish(text)
        out = ""
        while len(out) < size:
            if self._at >= len(self._text) and not self._more() and self._at >= len(self._text):
                break
            part = self._text[self._at:self._at + size - len(out)]
            if self._universal and part.endswith("\r"):
                # Is it half of a line end?
                if self._at + len(part) >= len(self._text):
                    self._more()
                    part = self._text[self._at:self._at + len(part)]
                if self._translate and self._text[self._at + len(part):self._at + len(part) + 1] == "\n":
                    part += "\n"
            self._at += len(part)
            out += self._finish(part)
        self._eof = False
        return out

    def readline(self, size=-1, /):
        self._ready()
        if size is None:
            size = -1
        if not isinstance(size, int):
            raise TypeError(f"'{type(size).__name__}' object cannot be interpreted as an integer")
        start = self._at
        scan = start
        while True:
            end = self._line_end(scan)
            if end:
                break
            scan = max(len(self._text) - 1, self._at)
            scan -= self._at
            if not self._more():
                end = len(self._text)
                break
            scan += self._at
        self._eof = False
        if 0 <= size < end - self._at:
            end = self._at + size
        line = self._text[self._at:end]
        self._at = end
        return self._finish(line)

    def _line_end(self, scan):
        """Where the line ends, 0 when that is not known yet."""
        text = self._text
        i = text.find(self._end, scan) + 1
        if not self._universal:
            return i and i + len(self._end) - 1
        cr = text.find("\r", scan, i or len(text))
        if cr < 0:
            return i
        if cr + 1 == len(text):
            return 0 if not self._eof else cr + 1
        return cr + 2 if text[cr + 1] == "\n" else cr + 1

    def __next__(self):
        self._telling = False
        line = self.readline()
        if not line:
            self._telling = self._seekable
            raise StopIteration
        return line

    # ---- moving about

    def _where(self):
        if self._base is None:
            return self._buffer.tell() - len(self._bytes)
        return self._base + self._size(self._text[:self._at])

    def tell(self):
        self._checkClosed()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self.flush()
        return self._where()

    def seek(self, cookie, whence=0, /):
        self._checkClosed()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            whence, cookie = 0, self.tell()
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            pos = self._buffer.seek(0, 2)
            self._forget()
            self._head = pos == 0
            return pos
        elif whence != 0:
            raise ValueError("invalid whence (%r, should be 0, 1 or 2)" % (whence,))
        if cookie < 0:
            raise ValueError("negative seek position %r" % (cookie,))
        self.flush()
        self._buffer.seek(cookie)
        actual = self._actual
        self._forget()
        if cookie:
            self._actual = actual
        self._head = cookie == 0
        return cookie

    def truncate(self, pos=None, /):
        self.flush()
        if pos is None:
            pos = self.tell()
        return self._buffer.truncate(pos)


class IOBase(_IOBase, metaclass=abc.ABCMeta):
    pass


class RawIOBase(_RawIOBase, IOBase):
    pass


class BufferedIOBase(_BufferedIOBase, IOBase):
    pass


class TextIOBase(_TextIOBase, IOBase):
    pass


RawIOBase.register(FileIO)
for _cls in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, _iocore.StreamBuffer, _iocore.StreamReader):
    BufferedIOBase.register(_cls)
for _cls in (StringIO, TextIOWrapper, _iocore.Stream):
    TextIOBase.register(_cls)
del _cls
