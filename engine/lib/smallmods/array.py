"""Arrays of numbers of one kind, each in the bytes of its C type."""
import struct as _struct
import sys as _sys
from operator import index as _index

typecodes = "bBuhHiIlLqQfd"
_sizes = {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}
_names = {"b": "signed char", "h": "signed short", "i": "signed int", "l": "signed long", "B": "unsigned byte integer",
          "H": "unsigned short", "I": "unsigned int", "L": "unsigned long"}


class array:
    """array(typecode [, initializer]) -> array"""
    __module__ = "array"
    __slots__ = ("typecode", "_items", "__weakref__")
    __hash__ = None

    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not %s" % type(typecode).__name__)
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        if isinstance(initializer, str) and typecode != "u":
            raise TypeError("cannot use a str to initialize an array with typecode '%s'" % typecode)
        self = object.__new__(cls)
        object.__setattr__(self, "typecode", typecode)
        self._items = []
        if isinstance(initializer, array) and initializer.typecode == typecode:
            self._items = initializer._items[:]
        elif isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self._items = [self._check(x) for x in initializer]
        return self

    def __setattr__(self, name, value):
        if name != "_items":
            raise AttributeError(f"'array.array' object has no attribute '{name}'" if name != "typecode" else
                                 "attribute 'typecode' of 'array.array' objects is not writable")
        object.__setattr__(self, name, value)

    itemsize = property(lambda self: _sizes[self.typecode])

    def _check(self, x):
        t = self.typecode
        if t == "u":
            if not isinstance(x, str) or len(x) != 1:
                raise TypeError("array item must be a unicode character, not %s" % type(x).__name__)
            return x
        if t in "fd":
            if not isinstance(x, (int, float)) and not hasattr(x, "__float__"):
                raise TypeError("must be real number, not %s" % type(x).__name__)
            x = float(x)
            return _struct.unpack("f", _struct.pack("f", x))[0] if t == "f" else x
        if isinstance(x, float):
            raise TypeError("'float' object cannot be interpreted as an integer")
        x = _index(x)
        bits = 8 * _sizes[t]
        low, high = (0, (1 << bits) - 1) if t.isupper() else (-(1 << bits - 1), (1 << bits - 1) - 1)
        if low <= x <= high:
            return x
        if t in "bBhH":
            name = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer",
                    "H": "unsigned short"}[t]
            raise OverflowError("%s is %s than %s" % (name, "greater" if x > high else "less",
                                                      "maximum" if x > high else "minimum"))
        if t.isupper():
            raise OverflowError("can't convert negative value to unsigned int" if x < 0 else
                                "int too large to convert to C unsigned long")
        if t == "i" and -(1 << 63) <= x < 1 << 63:
            raise OverflowError("signed integer is %s" % ("greater than maximum" if x > high else "less than minimum"))
        raise OverflowError("Python int too large to convert to C long")

    def _same(self, other, what):
        if not isinstance(other, array):
            raise TypeError('can only %s array (not "%s") to array' % (what, type(other).__name__))
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation" if what == "append" else
                            "can only extend with array of same kind")
        return other._items

    def _of(self, items):
        new = object.__new__(array)
        object.__setattr__(new, "typecode", self.typecode)
        new._items = items
        return new

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._of(self._items[i])
        try:
            return self._items[i]
        except IndexError:
            raise IndexError("array index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            if not isinstance(value, array):
                raise TypeError("can only assign array (not \"%s\") to array slice" % type(value).__name__)
            self._items[i] = self._same(value, "append")
            return
        value = self._check(value)
        try:
            self._items[i] = value
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, i):
        del self._items[i]

    def __contains__(self, x):
        return x in self._items

    def __add__(self, other):
        return self._of(self._items + self._same(other, "append"))

    def __iadd__(self, other):
        self._items.extend(self._same(other, "extend with"))
        return self

    def __mul__(self, n):
        return self._of(self._items * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items *= n
        return self

    def _compare(op):
        def method(self, other):
            if not isinstance(other, array):
                return NotImplemented
            return op(self._items, other._items)
        return method

    __eq__ = _compare(lambda a, b: a == b)
    __lt__ = _compare(lambda a, b: a < b)
    __le__ = _compare(lambda a, b: a <= b)
    __gt__ = _compare(lambda a, b: a > b)
    __ge__ = _compare(lambda a, b: a >= b)
    del _compare

    def __repr__(self):
        if not self._items:
            return "array('%s')" % self.typecode
        return "array('%s', %r)" % (self.typecode, self.tounicode() if self.typecode == "u" else self._items)

    def append(self, x, /):
        """Append new value x to the end of the array."""
        self._items.append(self._check(x))

    def extend(self, other, /):
        """Append items to the end of the array."""
        if isinstance(other, array):
            self._items.extend(self._same(other, "extend with"))
        else:
            for x in other:
                self.append(x)

    def insert(self, i, x, /):
        """Insert a new item x into the array before position i."""
        self._items.insert(i, self._check(x))

    def pop(self, i=-1, /):
        """Return the i-th element and delete it from the array."""
        if not self._items:
            raise IndexError("pop from empty array")
        try:
            return self._items.pop(i)
        except IndexError:
            raise IndexError("pop index out of range") from None

    def remove(self, x, /):
        """Remove the first occurrence of x in the array."""
        try:
            self._items.remove(x)
        except ValueError:
            raise ValueError("array.remove(x): x not in array") from None

    def index(self, x, start=0, stop=9223372036854775807, /):
        """Return index of first occurrence of x in the array."""
        try:
            return self._items.index(x, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, x, /):
        """Return number of occurrences of x in the array."""
        return self._items.count(x)

    def reverse(self):
        """Reverse the order of the items in the array."""
        self._items.reverse()

    def tolist(self):
        """Convert array to an ordinary list with the same items."""
        return self._items[:]

    def fromlist(self, items, /):
        """Append items to array from list."""
        if not isinstance(items, list):
            raise TypeError("arg must be list")
        self._items.extend([self._check(x) for x in items])

    def tobytes(self):
        """Convert the array to an array of machine values and return the bytes representation."""
        if self.typecode == "u":
            return "".join(self._items).encode("utf-32-le")
        return _struct.pack("=%d%s" % (len(self._items), {"l": "q", "L": "Q"}.get(self.typecode, self.typecode)),
                            *self._items)

    def __bytes__(self):
        return self.tobytes()

    def frombytes(self, data, /):
        """Appends items from the string, interpreting it as an array of machine values."""
        data = bytes(data)
        size = self.itemsize
        if len(data) % size:
            raise ValueError("bytes length not a multiple of item size")
        if self.typecode == "u":
            self._items.extend(data.decode("utf-32-le"))
        else:
            self._items.extend(_struct.unpack("=%d%s" % (len(data) // size, {"l": "q", "L": "Q"}.get(
                self.typecode, self.typecode)), data))

    def tofile(self, f, /):
        """Write all items (as machine values) to the file object f."""
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        """Read n objects from the file object f and append them to the end of the array."""
        data = f.read(n * self.itemsize)
        self.frombytes(data[:len(data) // self.itemsize * self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def tounicode(self):
        """Convert the array to a unicode string."""
        if self.typecode != "u":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return "".join(self._items)

    def fromunicode(self, s, /):
        """Extends this array with data from the unicode string."""
        if self.typecode != "u":
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        self._items.extend(s)

    def byteswap(self):
        """Byteswap all items of the array."""
        data, size = self.tobytes(), self.itemsize
        self._items = []
        self.frombytes(b"".join(data[i:i + size][::-1] for i in range(0, len(data), size)))

    def buffer_info(self):
        """Return a tuple (address, length)."""
        return id(self._items), len(self._items)

    def __copy__(self):
        return self._of(self._items[:])

    def __deepcopy__(self, memo):
        return self._of(self._items[:])

    def __reduce_ex__(self, protocol):
        return array, (self.typecode, self._items[:])


ArrayType = array
_sys._label(array, "array.array")
