import _json
from _json import scanstring as _scanstring

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]
__version__ = "2.0.9"


class JSONDecodeError(ValueError):
    """A text is not JSON: what is wrong, and where."""

    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _checked(result, doc):
    if len(result) == 3:
        raise JSONDecodeError(result[1], doc, result[2])
    return result


def scanstring(s, end, strict=True):
    return _checked(_scanstring(s, end, strict), s)


_CONSTANTS = {"-Infinity": float("-inf"), "Infinity": float("inf"), "NaN": float("nan")}
_SPACE = " \t\n\r"


def _skip(s, i):
    while i < len(s) and s[i] in _SPACE:
        i += 1
    return i


class JSONDecoder:
    __module__ = "json.decoder"

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self._plain = not (object_hook or parse_float or parse_int or parse_constant or object_pairs_hook)
        self.scan_once = make_scanner(self)

    def decode(self, s):
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        return self._scan(s, idx)

    def _scan(self, s, i):
        if self._plain:
            return _checked(_json.parse(s, i, self.strict), s)
        c = s[i:i + 1]
        if c == '"':
            return scanstring(s, i + 1, self.strict)
        if c == "{":
            return self._object(s, i)
        if c == "[":
            return self._array(s, i)
        for name in _CONSTANTS:
            if s.startswith(name, i):
                return self.parse_constant(name), i + len(name)
        obj, end = _checked(_json.parse(s, i, self.strict), s)
        if type(obj) is int:
            obj = self.parse_int(s[i:end])
        elif type(obj) is float:
            obj = self.parse_float(s[i:end])
        return obj, end

    def _array(self, s, i):
        out = []
        i = _skip(s, i + 1)
        if s[i:i + 1] == "]":
            return out, i + 1
        while True:
            obj, i = self._scan(s, i)
            out.append(obj)
            i = _skip(s, i)
            if s[i:i + 1] == "]":
                return out, i + 1
            if s[i:i + 1] != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            i = _skip(s, i + 1)

    def _object(self, s, i):
        pairs = []
        i = _skip(s, i + 1)
        if s[i:i + 1] == "}":
            i += 1
        else:
            while True:
                if s[i:i + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)
                key, i = scanstring(s, i + 1, self.strict)
                i = _skip(s, i)
                if s[i:i + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", s, i)
                obj, i = self._scan(s, _skip(s, i + 1))
                pairs.append((key, obj))
                i = _skip(s, i)
                if s[i:i + 1] == "}":
                    i += 1
                    break
                if s[i:i + 1] != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, i)
                i = _skip(s, i + 1)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), i
        pairs = dict(pairs)
        if self.object_hook is not None:
            pairs = self.object_hook(pairs)
        return pairs, i


def make_scanner(decoder):
    def scan_once(string, idx):
        try:
            return decoder._scan(string, idx)
        except JSONDecodeError as e:
            if e.msg == "Expecting value":
                raise StopIteration(e.pos) from None
            raise
    return scan_once


def encode_basestring_ascii(s):
    return _json.quote(s, True)


def encode_basestring(s):
    return _json.quote(s, False)


class JSONEncoder:
    __module__ = "json.encoder"
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def _indent(self):
        if self.indent is None or isinstance(self.indent, str):
            return self.indent
        return " " * self.indent

    def encode(self, o):
        text = _json.write(o, bool(self.ensure_ascii), bool(self.allow_nan), bool(self.sort_keys), bool(self.skipkeys),
                           self._indent(), self.item_separator, self.key_separator)
        if text is None:
            text = "".join(self.iterencode(o))
        return text

    def iterencode(self, o, _one_shot=False):
        return self._write(o, 0, {}, self._indent())

    def _float(self, f):
        if f != f:
            text = "NaN"
        elif f in (float("inf"), float("-inf")):
            text = "Infinity" if f > 0 else "-Infinity"
        else:
            return float.__repr__(f)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(f))
        return text

    def _scalar(self, o):
        """The text of what is not a container, None for a container."""
        if isinstance(o, str):
            return _json.quote(o, bool(self.ensure_ascii))
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _write(self, o, depth, seen, indent):
        text = self._scalar(o)
        if text is not None:
            yield text
            return
        if self.check_circular:
            if id(o) in seen:
                raise ValueError("Circular reference detected")
            seen[id(o)] = o
        if isinstance(o, (list, tuple)):
            yield from self._items(o, "[]", depth, seen, indent)
        elif isinstance(o, dict):
            yield from self._items(o, "{}", depth, seen, indent)
        else:
            yield from self._write(self.default(o), depth, seen, indent)
        if self.check_circular:
            del seen[id(o)]

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def _items(self, o, brackets, depth, seen, indent):
        if not o:
            yield brackets
            return
        separator = self.item_separator
        line = ""
        if indent is not None:
            line = "\n" + indent * (depth + 1)
            separator += line
        if brackets == "[]":
            lead = "[" + line
            for v in o:
                text = self._scalar(v)
                if text is not None:
                    yield lead + text
                else:
                    yield lead
                    yield from self._write(v, depth + 1, seen, indent)
                lead = separator
        else:
            yield "{"
            lead = line
            for k, v in sorted(o.items()) if self.sort_keys else o.items():
                k = self._key(k)
                if k is None:
                    continue
                if lead:
                    yield lead
                lead = separator
                yield _json.quote(k, bool(self.ensure_ascii))
                yield self.key_separator
                yield from self._write(v, depth + 1, seen, indent)
        if indent is not None:
            yield "\n" + indent * depth
        yield brackets[1]


_default_decoder = None
_default_encoder = JSONEncoder()


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    if cls is None:
        cls = JSONEncoder
    return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
               indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    if cls is None:
        cls = JSONEncoder
    for chunk in cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                     indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).iterencode(obj):
        fp.write(chunk)


def detect_encoding(b):
    if b.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if b.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if len(b) >= 4:
        if not b[0]:
            return "utf-16-be" if b[1] else "utf-32-be"
        if not b[1]:
            return "utf-16-le" if b[2] or b[3] else "utf-32-le"
    elif len(b) == 2:
        if not b[0]:
            return "utf-16-be"
        if not b[1]:
            return "utf-16-le"
    return "utf-8"


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    else:
        if not isinstance(s, (bytes, bytearray)):
            raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
        s = s.decode(detect_encoding(s), "surrogatepass")
    for key, hook in (("object_hook", object_hook), ("object_pairs_hook", object_pairs_hook),
                      ("parse_float", parse_float), ("parse_int", parse_int), ("parse_constant", parse_constant)):
        if hook is not None:
            kw[key] = hook
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                 parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)


import json.decoder as decoder
import json.encoder as encoder
import json.scanner as scanner
