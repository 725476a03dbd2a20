import _zlib
from _zlib import crc32, adler32

MAX_WBITS, DEFLATED, DEF_MEM_LEVEL, DEF_BUF_SIZE = 15, 8, 8, 16384
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY = 0, 1, 2
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH = 0, 1, 2, 3, 4
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.2.13"


class error(Exception):
    __module__ = "zlib"


def _wrap(raw, data, level, wbits):
    if wbits < 0:
        return raw
    if wbits > 15:
        head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00" + (b"\x02" if level == 9 else b"\x04" if level == 1 else b"\x00") + b"\x03"
        return head + raw + crc32(data).to_bytes(4, "little") + (len(data) & 0xffffffff).to_bytes(4, "little")
    head = {0: b"\x78\x01", 1: b"\x78\x01", 2: b"\x78\x5e", 3: b"\x78\x5e", 4: b"\x78\x5e", 5: b"\x78\x5e",
            7: b"\x78\xda", 8: b"\x78\xda", 9: b"\x78\xda"}.get(level, b"\x78\x9c")
    return head + raw + adler32(data).to_bytes(4, "big")


def compress(data, /, level=-1, wbits=15):
    if not -1 <= level <= 9:
        raise error("Bad compression level")
    return _wrap(_zlib.deflate(data, level), data, level, wbits)


_texts = {-5: "incomplete or truncated stream", -3: "invalid stored block lengths"}


def _unwrap(data, wbits):
    """What the data holds, and how many of its bytes that took; None when it is not all there."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    data = bytes(data)
    gzip = wbits > 15 and (wbits < 32 or data[:2] == b"\x1f\x8b")
    at = 0
    if gzip:
        if len(data) < 18:
            return None
        if data[:3] != b"\x1f\x8b\x08":
            raise error("Error -3 while decompressing data: incorrect header check")
        flags, at = data[3], 10
        if flags & 4:
            at += 2 + int.from_bytes(data[at:at + 2], "little")
        for bit in (8, 16):
            if flags & bit:
                at = data.index(b"\0", at) + 1
        if flags & 2:
            at += 2
    elif wbits >= 0:
        if len(data) < 2:
            return None
        if data[0] & 15 != 8 or (data[0] * 256 + data[1]) % 31:
            raise error("Error -3 while decompressing data: incorrect header check")
        at = 2
    result = _zlib.inflate(data[at:])
    if result == -5:
        return None
    if isinstance(result, int):
        raise error(f"Error {result} while decompressing data: {_texts[result]}")
    out, used = result
    end = at + used
    if wbits >= 0:
        tail = data[end:end + (8 if gzip else 4)]
        if len(tail) < (8 if gzip else 4):
            return None
        if gzip and tail[:4] != crc32(out).to_bytes(4, "little") or not gzip and tail != adler32(out).to_bytes(4, "big"):
            raise error("Error -3 while decompressing data: incorrect data check")
        end += len(tail)
    return out, end


def decompress(data, /, wbits=15, bufsize=16384):
    result = _unwrap(data, wbits)
    if result is None:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return result[0]


class _Compress:
    def __init__(self, level, wbits):
        self._level, self._wbits, self._data = level, wbits, bytearray()

    def compress(self, data, /):
        self._data += data
        return b""

    def flush(self, mode=4, /):
        if mode != 4:
            return b""
        return compress(bytes(self._data), self._level, self._wbits)

    def copy(self):
        other = _Compress(self._level, self._wbits)
        other._data += self._data
        return other


class _Decompress:
    def __init__(self, wbits):
        self._wbits, self._data = wbits, bytearray()
        self.unused_data = self.unconsumed_tail = b""
        self.eof = False
        self._out = b""

    def decompress(self, data, /, max_length=0):
        if self.eof:
            self.unused_data += bytes(data)
        else:
            self._data += data
            result = _unwrap(self._data, self._wbits)
            if result is not None:
                self._out, used = result
                self.eof = True
                self.unused_data = bytes(self._data[used:])
        out = self._out[:max_length] if max_length else self._out
        self._out = self._out[len(out):]
        return out

    def flush(self, length=16384, /):
        out, self._out = self._out, b""
        return out


def compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None):
    return _Compress(level, wbits)


def decompressobj(wbits=15, zdict=b""):
    return _Decompress(wbits)
