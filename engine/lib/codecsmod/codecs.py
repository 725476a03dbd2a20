"""Encodings: how they are found, and how the program adds its own."""
import builtins as _builtins

import _codecregistry

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE

_search, _found, _handlers = [], {}, {}
_names = {"unicodeescape": "unicode-escape", "rawunicodeescape": "raw-unicode-escape", "utf7": "utf-7", "latin-1": "iso8859-1"}


class CodecInfo(tuple):
    """What a search function answers: the functions of a codec."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamreader, self.streamwriter = streamreader, streamwriter
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    _is_text_encoding = True

    def __repr__(self):
        return "<%s.%s object for encoding %s at %#x>" % (type(self).__module__, type(self).__qualname__, self.name, id(self))


def register(search_function, /):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search.append(search_function)


def unregister(search_function, /):
    if search_function in _search:
        _search.remove(search_function)
        _found.clear()


def _own(name):
    def encode_(text, errors="strict"):
        return text.encode(name, errors), len(text)

    def decode_(data, errors="strict"):
        data = bytes(data)
        return data.decode(name, errors), len(data)

    class Encoder(IncrementalEncoder):
        _encoding = name

        def encode(self, text, final=False):
            first = name in ("utf-16", "utf-32", "utf-8-sig") and not self._started
            self._started = self._started or bool(text)
            plain = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(name, name)
            return text.encode(name if first else plain, self.errors)

        _started = False

        def reset(self):
            self._started = False

    class Decoder(BufferedIncrementalDecoder):
        _order = None  # of the bytes, once it is known

        def reset(self):
            super().reset()
            self._order = None

        def _buffer_decode(self, data, errors, final):
            if name in ("utf-16", "utf-32") and self._order is None:
                size = int(name[4:]) // 8
                if len(data) < size and not final:
                    return "", 0
                for order, mark in ("-le", "\ufeff".encode(name + "-le")), ("-be", "\ufeff".encode(name + "-be")):
                    if data.startswith(mark):
                        self._order = order
                        text, used = self._buffer_decode(data[size:], errors, final)
                        return text, used + size
                if data:
                    raise UnicodeError(f"{name.upper()} stream does not start with BOM")
            codec = name + (self._order or "")
            keep = 0
            while True:
                part = data[:len(data) - keep]
                try:
                    return part.decode(codec, "strict" if not final else errors), len(part)
                except UnicodeDecodeError as e:
                    short = e.end == len(part) and ("end of data" in e.reason or "truncated" in e.reason or "end of string" in e.reason
                                                    or "unterminated" in e.reason)
                    if final or not short or len(part) - e.start > 12:
                        return part.decode(codec, errors), len(part)
                    keep = len(data) - e.start
    shown = _names.get(name, name)
    return CodecInfo(encode_, decode_, _reader(name), _writer(name), Encoder, Decoder, shown)


def lookup(encoding, /):
    name = _codecregistry.builtin_name(encoding)
    key = encoding.lower().replace(" ", "-") if name is None else name
    if key in _found:
        return _found[key]
    if name is not None:
        info = _own(name)
    else:
        for search in _search:
            info = search(key.replace("-", "_"))
            if info is not None:
                if not isinstance(info, tuple) or len(info) != 4:
                    raise TypeError("codec search functions must return 4-tuples")
                break
        else:
            raise LookupError(f"unknown encoding: {encoding}")
    _found[key] = info
    return info


def encode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding)[0](obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding)[1](obj, errors)[0]


def getencoder(encoding):
    return lookup(encoding)[0]


def getdecoder(encoding):
    return lookup(encoding)[1]


def getincrementalencoder(encoding):
    made = lookup(encoding).incrementalencoder
    if made is None:
        raise LookupError(encoding)
    return made


def getincrementaldecoder(encoding):
    made = lookup(encoding).incrementaldecoder
    if made is None:
        raise LookupError(encoding)
    return made


def getreader(encoding):
    return lookup(encoding)[2]


def getwriter(encoding):
    return lookup(encoding)[3]


def _builtin_handler(name):
    def handler(exc):
        if not isinstance(exc, UnicodeError):
            raise TypeError("codec must pass exception instance")
        if name == "strict":
            raise exc
        if isinstance(exc, UnicodeDecodeError):
            part = bytes(exc.object[exc.start:exc.end])
            if name in ("ignore", "replace", "backslashreplace"):
                return part.decode("ascii", name)[:1 if name == "replace" else None], exc.end
            if name == "surrogateescape" and min(part) >= 0x80:
                return part.decode("ascii", name), exc.end
            if name in ("xmlcharrefreplace", "namereplace"):
                raise TypeError("don't know how to handle UnicodeDecodeError in error callback")
            raise exc
        if isinstance(exc, UnicodeTranslateError):
            part = exc.object[exc.start:exc.end]
            if name == "replace":
                return "\ufffd" * len(part), exc.end
        else:
            part = exc.object[exc.start:exc.end]
            if name == "replace":
                return "?" * len(part), exc.end
        if name == "ignore":
            return "", exc.end
        if name == "surrogateescape":
            return bytes(ord(c) - 0xdc00 for c in part), exc.end
        return part.encode("ascii", name).decode("ascii"), exc.end
    handler.__name__ = handler.__qualname__ = name + "_errors"
    return handler


for _name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass"):
    _handlers[_name] = _builtin_handler(_name)
strict_errors, ignore_errors, replace_errors = _handlers["strict"], _handlers["ignore"], _handlers["replace"]
xmlcharrefreplace_errors, backslashreplace_errors = _handlers["xmlcharrefreplace"], _handlers["backslashreplace"]
namereplace_errors = _handlers["namereplace"]


def register_error(name, handler, /):
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[name] = handler


def lookup_error(name, /):
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f"unknown error handler name '{name}'") from None


def _ask(what, name, obj, errors):
    if what == "error":
        return lookup_error(name)(obj)
    info = lookup(name)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"'{name}' is not a text encoding; use codecs.{what}() to handle arbitrary codecs")
    result = info[what == "decode"](obj, errors)[0]
    wanted = str if what == "decode" else bytes
    if not isinstance(result, wanted):
        raise TypeError(f"'{name}' {what}r returned '{type(result).__name__}' instead of '{wanted.__name__}'; "
                        f"use codecs.{what}() to {what} to arbitrary types")
    return result


_codecregistry.hook(_ask)


class Codec:
    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors="strict"):
        self.errors, self.buffer = errors, ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_encode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        self.buffer = ""


class BufferedIncrementalDecoder(IncrementalDecoder):
    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        result, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    """Reads the stream to its end, and hands out the text."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors, self._text = stream, errors, ""

    def _more(self):
        data = self.stream.read()
        if data:
            self._text += self.decode(data, self.errors)[0]

    def read(self, size=-1, chars=-1, firstline=False):
        self._more()
        n = chars if chars >= 0 else size if size >= 0 else len(self._text)
        text, self._text = self._text[:n], self._text[n:]
        return text

    def readline(self, size=None, keepends=True):
        self._more()
        lines = self._text.splitlines(True)
        line = lines[0] if lines else ""
        self._text = self._text[len(line):]
        return line if keepends or not line else line.splitlines(False)[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._text = ""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


def _reader(name):
    class Reader(StreamReader):
        def decode(self, data, errors="strict"):
            return data.decode(name, errors), len(data)
    Reader.__name__ = Reader.__qualname__ = "StreamReader"
    return Reader


def _writer(name):
    class Writer(StreamWriter):
        def encode(self, text, errors="strict"):
            return text.encode(name, errors), len(text)
    Writer.__name__ = Writer.__qualname__ = "StreamWriter"
    return Writer


class StreamReaderWriter:
    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        if not callable(Reader) or not callable(Writer):
            raise TypeError("Reader must be a factory function or class" if not callable(Reader) else
                            "Writer must be a factory function or class")
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.reader)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = _builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        both = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        both.encoding = encoding
        return both
    except BaseException:
        file.close()
        raise


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for part in iterator:
        if out := encoder.encode(part):
            yield out
    if out := encoder.encode("", True):
        yield out


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for part in iterator:
        if out := decoder.decode(part):
            yield out
    if out := decoder.decode(b"", True):
        yield out


def make_identity_dict(rng):
    return {i: i for i in rng}


def _shortcut(name):
    def encode_(text, errors="strict", *rest):
        return text.encode(name, errors or "strict"), len(text)

    def decode_(data, errors="strict", *rest):
        data = bytes(data) if not isinstance(data, str) else data.encode()
        return data.decode(name, errors or "strict"), len(data)
    return encode_, decode_


utf_8_encode, utf_8_decode = _shortcut("utf-8")
ascii_encode, ascii_decode = _shortcut("ascii")
latin_1_encode, latin_1_decode = _shortcut("latin-1")
unicode_escape_encode, unicode_escape_decode = _shortcut("unicode-escape")
raw_unicode_escape_encode, raw_unicode_escape_decode = _shortcut("raw-unicode-escape")
utf_7_encode, utf_7_decode = _shortcut("utf-7")
utf_16_encode, utf_16_decode = _shortcut("utf-16")
