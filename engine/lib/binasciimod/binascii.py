"""Conversion between binary data and ASCII."""
from sys import _UnsupportedError as UnsupportedError
import _binascii


class Error(ValueError):
    __module__ = "binascii"


class Incomplete(Exception):
    __module__ = "binascii"


def _bytes(data):
    if isinstance(data, bytes):
        return bytes(data)
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _ascii(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("argument should be bytes, buffer or ASCII string, not '%s'" % type(data).__name__) from None


def hexlify(data, sep=None, bytes_per_sep=1):
    """Hexadecimal representation of binary data."""
    data = _bytes(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    """Binary data of hexadecimal representation."""
    data = _ascii(hexstr)
    if len(data) % 2:
        raise Error("Odd-length string")
    text = data.decode("latin-1")
    for c in text:
        if c not in "0123456789abcdefABCDEF":
            raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    """Base64-code line of data."""
    return _binascii.encode64(_bytes(data)) + (b"\n" if newline else b"")


def a2b_base64(data, /, *, strict_mode=False):
    """Decode a line of base64 data."""
    out = _binascii.decode64(_ascii(data), bool(strict_mode))
    if isinstance(out, str):
        raise Error(out)
    return out


def crc32(data, crc=0, /):
    """Compute CRC-32 incrementally."""
    return _binascii.crc32(_bytes(data), crc & 0xFFFFFFFF)


def crc_hqx(data, crc, /):
    """Compute CRC-CCITT incrementally."""
    crc &= 0xFFFF
    for byte in _bytes(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def _refuse(name):
    def refused(*args, **kwargs):
        raise UnsupportedError(f"binascii.{name}() is not supported")
    refused.__name__ = name
    return refused


a2b_qp, b2a_qp, a2b_uu, b2a_uu = map(_refuse, ("a2b_qp", "b2a_qp", "a2b_uu", "b2a_uu"))
