"""Constants of characters, templates with $names, and the parts of str.format() that can be replaced."""
whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class _Pattern:
    """The regular expression of a template class, compiled when it is first asked for: most programs never do."""

    def __init__(self, source=None):
        self.source = source

    def __get__(self, template, cls):
        import re
        source = self.source
        if source is None:
            d, name = re.escape(cls.delimiter), cls.idpattern
            source = (rf"{d}(?:(?P<escaped>{d})|(?P<named>{name})|"
                      rf"{{(?P<braced>{cls.braceidpattern or name})}}|(?P<invalid>))")
        compiled = re.compile(source, cls.flags | re.VERBOSE)
        owner = next(c for c in cls.__mro__ if c.__dict__.get("pattern") is self)
        owner.pattern = compiled
        return compiled


class Template:
    """A string in which $name and ${name} stand for what a mapping holds (PEP 292)."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2  # re.IGNORECASE
    pattern = _Pattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = _Pattern(cls.__dict__.get("pattern"))

    def __init__(self, template):
        self.template = template

    def _bad(self, m):
        before = self.template[:m.start("invalid")].splitlines(keepends=True)
        line = len(before) or 1
        column = m.start("invalid") - len("".join(before[:-1]))
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column or 1))

    def _unknown(self):
        raise ValueError("Unrecognized named group in pattern", self.pattern)

    def substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws} if kws else mapping

        def one(m):
            name = m["named"] or m["braced"]
            if name is not None:
                return str(values[name])
            if m["escaped"] is not None:
                return self.delimiter
            if m["invalid"] is not None:
                self._bad(m)
            self._unknown()
        return self.pattern.sub(one, self.template)

    def safe_substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws} if kws else mapping

        def one(m):
            name = m["named"] or m["braced"]
            if name is not None:
                try:
                    return str(values[name])
                except KeyError:
                    return m[0]
            if m["escaped"] is not None:
                return self.delimiter
            if m["invalid"] is not None:
                return m[0]
            self._unknown()
        return self.pattern.sub(one, self.template)

    def is_valid(self):
        """Whether substitute() would find only placeholders that are well formed."""
        return all(m["invalid"] is None for m in self.pattern.finditer(self.template))

    def get_identifiers(self):
        """The names, in the order in which they first appear."""
        names = {}
        for m in self.pattern.finditer(self.template):
            name = m["named"] or m["braced"]
            if name is not None:
                names[name] = None
            elif m["escaped"] is None and m["invalid"] is None:
                self._unknown()
        return list(names)


def _field(text, i):
    """The replacement field whose text starts at i: its name, specification and conversion, and where it ends."""
    start, n, bracket, conversion = i, len(text), False, None
    while i < n and (bracket or text[i] not in ":!}"):
        if bracket:
            bracket = text[i] != "]"
        elif text[i] == "[":
            bracket = True
        elif text[i] == "{":
            raise ValueError("unexpected '{' in field name")
        i += 1
    if i == n:
        raise ValueError("expected '}' before end of string")
    name = text[start:i]
    if text[i] == "!":
        if i + 1 == n:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[i + 1]
        i += 2
        if i == n:
            raise ValueError("unmatched '{' in format spec")
        if text[i] not in ":}":
            raise ValueError("expected ':' after conversion specifier")
    if text[i] == "}":
        return name, "", conversion, i + 1
    start = i = i + 1
    depth = 1
    while i < n:
        depth += (text[i] == "{") - (text[i] == "}")
        i += 1
        if depth == 0:
            return name, text[start:i - 1], conversion, i
    raise ValueError("unmatched '{' in format spec")


def _split_name(name):
    """The argument that a field name starts with, and the attributes and items after it."""
    end = 0
    while end < len(name) and name[end] not in ".[":
        end += 1
    first = name[:end]
    return int(first) if first.isdecimal() else first, _steps(name, end)


def _steps(name, i):
    while i < len(name):
        if name[i] == ".":
            start = i = i + 1
            while i < len(name) and name[i] not in ".[":
                i += 1
            key, attribute = name[start:i], True
        elif name[i] == "[":
            end = name.find("]", i)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key, attribute, i = name[i + 1:end], False, end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError("Empty attribute in format string")
        yield attribute, int(key) if not attribute and key.isdecimal() else key


class Formatter:
    """str.format() in steps, each of which a subclass can do in another way."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        """auto is the number of the next {}, or False once a field is numbered."""
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            if name == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name, auto = str(auto), auto + 1
            elif name.isdigit():
                if auto:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(value, spec))
        return "".join(out), auto

    def parse(self, format_string):
        """(literal, field name, specification, conversion) for each piece; the last three are None for a mere text."""
        i, n = 0, len(format_string)
        while i < n:
            start = i
            while i < n and format_string[i] not in "{}":
                i += 1
            literal = format_string[start:i]
            if i == n:
                yield literal, None, None, None
                return
            c = format_string[i]
            if format_string.startswith(c, i + 1):
                yield literal + c, None, None, None
                i += 2
                continue
            if c == "}" or i + 1 == n:
                raise ValueError(f"Single {c!r} encountered in format string")
            name, spec, conversion, i = _field(format_string, i + 1)
            yield literal, name, spec, conversion

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for attribute, key in rest:
            value = getattr(value, key) if attribute else value[key]
        return value, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))
