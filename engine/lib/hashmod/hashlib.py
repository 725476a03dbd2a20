"""Secure hashes and message digests."""
from sys import _UnsupportedError as UnsupportedError
import _hashes

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224",
                         "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256"}
algorithms_available = set(algorithms_guaranteed)
__all__ = tuple(sorted(algorithms_guaranteed)) + ("new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac",
                                                  "file_digest", "scrypt")
_sizes = {"md5": (16, 64), "sha1": (20, 64), "sha224": (28, 64), "sha256": (32, 64), "sha384": (48, 128),
          "sha512": (64, 128), "sha3_224": (28, 144), "sha3_256": (32, 136), "sha3_384": (48, 104),
          "sha3_512": (64, 72), "shake_128": (0, 168), "shake_256": (0, 136)}


def _data(data):
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("object supporting the buffer API required") from None


class HASH:
    """A hash under way: update() adds to it, digest() tells it so far."""
    __module__ = "_hashlib"

    def __init__(self, name, data):
        self._name = name
        self._data = [_data(data)]

    name = property(lambda self: self._name)
    digest_size = property(lambda self: _sizes[self._name][0])
    block_size = property(lambda self: _sizes[self._name][1])

    def _whole(self):
        if len(self._data) > 1:
            self._data = [b"".join(self._data)]
        return self._data[0]

    def update(self, data, /):
        """Update this hash object's state with the provided string."""
        self._data.append(_data(data))

    def digest(self):
        """Return the digest value as a bytes object."""
        return _hashes.digest(self._name, self._whole())

    def hexdigest(self):
        """Return the digest value as a string of hexadecimal digits."""
        return self.digest().hex()

    def copy(self):
        """Return a copy of the hash object."""
        new = object.__new__(type(self))
        new.__dict__.update(self.__dict__)
        new._data = [self._whole()]
        return new

    def __repr__(self):
        return f"<{self._name} {type(self).__module__}.{type(self).__name__} object @ {id(self):#x}>"


class HASHXOF(HASH):
    __module__ = "_hashlib"

    def digest(self, length, /):
        if length < 0:
            raise ValueError("value must be positive")
        return _hashes.digest(self._name, self._whole(), length)

    def hexdigest(self, length, /):
        return self.digest(length).hex()


def _make(name):
    def construct(string=b"", *, usedforsecurity=True):
        return (HASHXOF if name.startswith("shake") else HASH)(name, string)
    construct.__name__ = construct.__qualname__ = "openssl_" + name
    construct.__doc__ = f"Returns a {name} hash object; optionally initialized with a string"
    return construct


for _n in _sizes:
    globals()[_n] = _make(_n)
del _n


class _Blake2(HASH):
    _small = False

    def __init__(self, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0,
                 node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        top = self.MAX_DIGEST_SIZE
        digest_size = top if digest_size is None else digest_size
        if not 1 <= digest_size <= top:
            raise ValueError(f"digest_size for {type(self).__name__} must be between 1 and {top} bytes, here it is "
                             f"{digest_size}")
        for what, value, limit in (("salt", salt, self.SALT_SIZE), ("person", person, self.PERSON_SIZE),
                                   ("key", key, self.MAX_KEY_SIZE)):
            if len(value) > limit:
                raise ValueError(f"maximum {what} length is {limit} bytes")
        if last_node:
            raise UnsupportedError("blake2 in tree mode (last_node) is not supported")
        off = node_offset.to_bytes(6 if self._small else 8, "little")
        params = bytes([digest_size, len(key), fanout, depth]) + leaf_size.to_bytes(4, "little") + off
        params += bytes([node_depth, inner_size]) + (b"" if self._small else bytes(14))
        params += bytes(salt).ljust(self.SALT_SIZE, b"\0") + bytes(person).ljust(self.PERSON_SIZE, b"\0")
        self._params, self._key, self._size = params, bytes(key), digest_size
        HASH.__init__(self, type(self).__name__, data)

    digest_size = property(lambda self: self._size)
    block_size = property(lambda self: 64 if self._small else 128)

    def digest(self):
        return _hashes.blake2(self._whole(), self._key, self._params, self._small)


class blake2b(_Blake2):
    """Return a new BLAKE2b hash object."""
    __module__ = "_blake2"
    SALT_SIZE = PERSON_SIZE = 16
    MAX_KEY_SIZE = MAX_DIGEST_SIZE = 64


class blake2s(_Blake2):
    """Return a new BLAKE2s hash object."""
    __module__ = "_blake2"
    _small = True
    SALT_SIZE = PERSON_SIZE = 8
    MAX_KEY_SIZE = MAX_DIGEST_SIZE = 32


def new(name, data=b"", **kwargs):
    """Return a new hashing object using the named algorithm; optionally initialized with data."""
    plain = name.lower().replace("-", "_") if name.lower().startswith(("sha3", "shake")) else name.lower().replace("-", "")
    if plain not in algorithms_guaranteed:
        raise ValueError("unsupported hash type " + name)
    return globals()[plain](data, **kwargs)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."""
    if hash_name not in _sizes or not _sizes[hash_name][0]:
        raise ValueError("unsupported hash type " + hash_name)
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if dklen is not None and dklen < 1:
        raise ValueError("key length must be greater than 0.")
    return _hashes.pbkdf2(hash_name, _data(password), _data(salt), iterations, dklen or _sizes[hash_name][0])


def scrypt(*args, **kwargs):
    raise UnsupportedError("hashlib.scrypt() is not supported: use hashlib.pbkdf2_hmac()")


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    """Hash the contents of a file-like object. Returns a digest object."""
    made = new(digest) if isinstance(digest, str) else digest()
    if not hasattr(fileobj, "read") or isinstance(fileobj.read(0), str):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    while True:
        data = fileobj.read(_bufsize)
        if not data:
            return made
        made.update(data)
