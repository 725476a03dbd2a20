import re
from io import StringIO

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
           "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]
__version__ = "1.0"
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    __module__ = "_csv"


class Dialect:
    _name = ""
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        try:
            _Dialect(self, {})
        except TypeError as e:
            raise Error(str(e)) from None


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


class _Dialect:
    """A dialect whose settings have been checked."""

    def __init__(self, dialect, options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        self.strict = False
        defaults = dict(delimiter=",", doublequote=True, escapechar=None, lineterminator="\r\n", quotechar='"',
                        quoting=QUOTE_MINIMAL, skipinitialspace=False, strict=False)
        for name in options:
            if name not in defaults:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        for name, default in defaults.items():
            value = options[name] if name in options else getattr(dialect, name, default)
            setattr(self, name, value)
        for name in ("delimiter", "escapechar", "quotechar"):
            value = getattr(self, name)
            if value is None and name != "delimiter":
                continue
            if not isinstance(value, str):
                raise TypeError(f'"{name}" must be string, not {type(value).__name__}' if name == "delimiter" else
                                f'"{name}" must be string or None, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            if "quotechar" in options and "quoting" not in options:
                self.quoting = QUOTE_NONE
            else:
                raise TypeError("quotechar must be set if quoting enabled")
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")
        for name in ("doublequote", "skipinitialspace", "strict"):
            setattr(self, name, bool(getattr(self, name)))


_dialects = {}


def register_dialect(name, dialect=None, **options):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Dialect(dialect, options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


_limit = 131072


def field_size_limit(new=None, /):
    global _limit
    old = _limit
    if new is not None:
        if not isinstance(new, int):
            raise TypeError("limit must be an integer")
        _limit = new
    return old


class _Reader:
    """Reads rows from lines."""

    def __init__(self, lines, dialect, options):
        self._lines = iter(lines)
        self.dialect = _Dialect(dialect, options)
        self.line_num = 0

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error("iterator should return strings, not %s (the file should be opened in text mode)"
                        % type(line).__name__)
        self.line_num += 1
        return line

    def __next__(self):
        d = self.dialect
        line = self._line()
        if (d.quotechar is None or d.quotechar not in line) and (d.escapechar is None or d.escapechar not in line) \
                and d.quoting != QUOTE_NONNUMERIC and not d.skipinitialspace and len(line) <= _limit:
            # The plain case: nothing quoted.
            text = line.rstrip("\r\n")
            if "\r" not in text and "\n" not in text:
                return text.split(d.delimiter) if text else []
        return self._row(line)

    def _row(self, line):
        d = self.dialect
        quote, escape, delimiter = d.quotechar, d.escapechar, d.delimiter
        if d.quoting == QUOTE_NONE:
            quote = None
        row, field, state, numeric = [], [], "start", False

        def save():
            nonlocal field, numeric
            text = "".join(field)
            field = []
            row.append(float(text) if numeric else text)
            numeric = False

        while True:
            ended = False
            for c in line:
                if state == "eat":
                    if c in "\r\n":
                        continue
                    raise Error("new-line character seen in unquoted field - do you need to open the file in "
                                "universal-newline mode?")
                if state in ("start", "record"):
                    if state == "start":
                        if c in "\r\n":
                            state = "eat"
                            continue
                        state = "record"
                    if c in "\r\n":
                        save()
                        state = "eat"
                    elif c == quote:
                        state = "quoted"
                    elif c == escape:
                        state = "escape"
                    elif c == " " and d.skipinitialspace:
                        pass
                    elif c == delimiter:
                        save()
                    else:
                        numeric = d.quoting == QUOTE_NONNUMERIC
                        field.append(c)
                        state = "field"
                elif state == "field":
                    if c in "\r\n":
                        save()
                        state = "eat"
                    elif c == escape:
                        state = "escape"
                    elif c == delimiter:
                        save()
                        state = "record"
                    else:
                        field.append(c)
                elif state == "quoted":
                    if c == escape:
                        state = "escape quoted"
                    elif c == quote:
                        state = "quote" if d.doublequote else "field"
                    else:
                        field.append(c)
                elif state == "quote":
                    if c == quote:
                        field.append(c)
                        state = "quoted"
                    elif c == delimiter:
                        save()
                        state = "record"
                    elif c in "\r\n":
                        save()
                        state = "eat"
                    elif not d.strict:
                        field.append(c)
                        state = "field"
                    else:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                elif state == "escape":
                    field.append(c)
                    state = "field"
                else:
                    field.append(c)
                    state = "quoted"
                if len(field) > _limit:
                    raise Error("field larger than field limit (%d)" % _limit)
            if state == "escape quoted":
                field.append("\n")
                state = "quoted"
            if state not in ("quoted", "escape"):
                if state in ("record", "field", "quote"):
                    save()
                return row
            if state == "escape":
                field.append("\n")
                state = "field"
                save()
                return row
            try:
                line = self._line()
            except StopIteration:
                if d.strict:
                    raise Error("unexpected end of data") from None
                save()
                return row


_Reader.__name__ = _Reader.__qualname__ = "reader"
_Reader.__module__ = "_csv"


def reader(iterable, dialect="excel", **options):
    return _Reader(iterable, dialect, options)


class _Writer:
    def __init__(self, file, dialect, options):
        self._write = getattr(file, "write", None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = _Dialect(dialect, options)

    def writerow(self, row, /):
        d = self.dialect
        try:
            fields = list(row)
        except TypeError:
            raise Error("iterable expected, not %s" % type(row).__name__) from None
        out = []
        for value in fields:
            quoted = d.quoting == QUOTE_ALL
            if isinstance(value, str):
                quoted = quoted or d.quoting == QUOTE_NONNUMERIC
            elif value is None:
                value = ""
                quoted = quoted or d.quoting == QUOTE_NONNUMERIC
            else:
                if d.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)):
                    quoted = True
                value = repr(value) if isinstance(value, float) else str(value)
            out.append(self._field(value, quoted, len(fields)))
        return self._write(d.delimiter.join(out) + d.lineterminator)

    def _field(self, text, quoted, n):
        d = self.dialect
        special = {d.delimiter, d.escapechar, d.quotechar, "\r", "\n"} | set(d.lineterminator)
        special.discard(None)
        if not text and n == 1:
            if d.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            quoted = True
        if special.isdisjoint(text):
            return d.quotechar + text + d.quotechar if quoted else text
        out = []
        for c in text:
            if c in special:
                if d.quoting == QUOTE_NONE:
                    escape = True
                elif c == d.quotechar:
                    escape = not d.doublequote
                    if d.doublequote:
                        out.append(c)
                        quoted = True
                elif c == d.escapechar:
                    escape = True
                else:
                    escape = False
                    quoted = True
                if escape:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(d.escapechar)
            out.append(c)
        text = "".join(out)
        return d.quotechar + text + d.quotechar if quoted else text

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


_Writer.__name__ = _Writer.__qualname__ = "writer"
_Writer.__module__ = "_csv"


def writer(file, dialect="excel", **options):
    return _Writer(file, dialect, options)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey, self.restval = restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        d = dict(zip(self.fieldnames, row))
        if len(self.fieldnames) < len(row):
            d[self.restkey] = row[len(self.fieldnames):]
        elif len(self.fieldnames) > len(row):
            for key in self.fieldnames[len(row):]:
                d[key] = self.restval
        return d


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames, self.restval = fieldnames, restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return [rowdict.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))


class Sniffer:
    """Guesses the dialect of a sample."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        lines = [l for l in sample.splitlines() if l]
        quote = "'" if sample.count("'") > sample.count('"') and re.search(r"(^|\W)'[^'\n]*'(\W|$)", sample) else '"'
        best = None
        for c in self.preferred + sorted(set(sample)):
            if c.isalnum() or c in "\r\n\"'_." or delimiters and c not in delimiters:
                continue
            counts = [re.sub(f"{quote}[^{quote}]*{quote}", "", l).count(c) for l in lines]
            if counts and counts[0] and len(set(counts)) == 1:
                best = c
                break
        if best is None:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL
        dialect.doublequote = quote * 2 in sample
        dialect.delimiter = best
        dialect.quotechar = quote
        dialect.skipinitialspace = all(c == " " for l in lines for c in re.findall(re.escape(best) + "(.)", l)) \
            if best != " " else False
        return dialect

    def has_header(self, sample):
        rows = list(reader(StringIO(sample), self.sniff(sample)))
        if len(rows) < 2:
            return False

        def numeric(text):
            try:
                complex(text)
                return True
            except ValueError:
                return False
        vote = 0
        for i, name in enumerate(rows[0]):
            column = [r[i] for r in rows[1:21] if len(r) == len(rows[0])]
            if column and all(map(numeric, column)):
                vote += -1 if numeric(name) else 1
            elif column and len({len(x) for x in column}) == 1:
                vote += 1 if len(name) != len(column[0]) else -1
        return vote > 0
