"""Keyed-hashing for message authentication (RFC 2104)."""
import hashlib as _hashlib

digest_size = None
_inner = bytes(x ^ 0x36 for x in range(256))
_outer = bytes(x ^ 0x5C for x in range(256))


class HMAC:
    """RFC 2104 HMAC class."""
    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        if isinstance(digestmod, str):
            make = lambda d=b"": _hashlib.new(digestmod, d)
        elif callable(digestmod):
            make = digestmod
        else:
            make = lambda d=b"": digestmod.new(d)
        self._make = make
        inner = make()
        self.digest_size = inner.digest_size
        self.block_size = inner.block_size
        if len(key) > self.block_size:
            key = make(key).digest()
        key = bytes(key).ljust(self.block_size, b"\0")
        self._in, self._out = make(key.translate(_inner)), make(key.translate(_outer))
        if msg is not None:
            self.update(msg)

    name = property(lambda self: f"hmac-{self._in.name}")

    def update(self, msg):
        """Feed data from msg into this hashing object."""
        self._in.update(msg)

    def copy(self):
        """Return a separate copy of this hashing object."""
        new = object.__new__(type(self))
        new.__dict__.update(self.__dict__)
        new._in = self._in.copy()
        return new

    def digest(self):
        """Return the hash value of this hashing object."""
        h = self._out.copy()
        h.update(self._in.digest())
        return h.digest()

    def hexdigest(self):
        """Like digest(), but returns a string of hexadecimal digits instead."""
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    """Create a new hashing object and return it."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """Fast inline implementation of HMAC."""
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    """Return 'a == b', in a time that does not tell where they differ."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        return a == b
    if isinstance(a, str) or isinstance(b, str):
        other = b if isinstance(a, str) else a
        raise TypeError("unsupported operand types(s) or combination of types: '%s' and '%s'" % (
            type(a).__name__, type(b).__name__))
    return bytes(a) == bytes(b)
