import sys
from sys import _format_exception, _format_exception_only, _format_traceback, _source_line

__all__ = ["print_exc", "format_exc", "print_exception", "format_exception", "format_exception_only", "print_tb",
           "format_tb", "extract_tb", "extract_stack", "format_stack", "print_stack", "StackSummary", "FrameSummary",
           "TracebackException", "print_last", "walk_tb", "walk_stack", "format_list", "print_list", "clear_frames"]


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()


def _value(exc, value):
    if value is _sentinel:
        return exc
    return value


def _lines(text):
    return text.splitlines(keepends=True)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    value = _value(exc, value)
    if value is None:
        return ["NoneType: None\n"]
    return _split(_format_exception(value, chain))


def _split(text):
    """One text for each header, place and message, as the reference groups them."""
    out = []
    for line in _lines(text):
        if out and line.startswith("    ") and out[-1].lstrip().startswith("File "):
            out[-1] += line
        else:
            out.append(line)
    return out


def format_exc(limit=None, chain=True):
    exc = sys.exc_info()[1]
    if exc is None:
        return "NoneType: None\n"
    return _format_exception(exc, chain)


def print_exc(limit=None, file=None, chain=True):
    (sys.stderr if file is None else file).write(format_exc(limit, chain))


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    value = _value(exc, value)
    text = "NoneType: None\n" if value is None else _format_exception(value, chain)
    (sys.stderr if file is None else file).write(text)


def format_exception_only(exc, /, value=_sentinel):
    value = _value(exc, value)
    if value is None:
        return ["NoneType: None\n"]
    return _lines(_format_exception_only(value))


def format_tb(tb, limit=None):
    return _limited(_split(_format_traceback(tb)), limit)


def _limited(entries, limit):
    """The first entries of a traceback; with a negative limit the last."""
    return entries if limit is None else entries[:limit] if limit >= 0 else entries[limit:]


def print_tb(tb, limit=None, file=None):
    (sys.stderr if file is None else file).write("".join(format_tb(tb, limit)))


def print_last(limit=None, file=None, chain=True):
    """The error that ended an interactive command, which sys.last_value and its like hold."""
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


class FrameSummary:
    __slots__ = ("filename", "lineno", "name", "line", "locals", "end_lineno", "colno", "end_colno")

    def __init__(self, filename, lineno, name, *, line=None, locals=None, **kwargs):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.line = _source_line(filename, lineno).strip() if line is None else line
        self.locals = locals

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        return cls(FrameSummary(f.f_code.co_filename, n, f.f_code.co_name) for f, n in frames)

    @classmethod
    def from_list(cls, items):
        return cls(i if isinstance(i, FrameSummary) else FrameSummary(i[0], i[1], i[2], line=i[3]) for i in items)

    def format(self):
        return [self.format_frame_summary(f) for f in self]

    def format_frame_summary(self, f):
        text = f'  File "{f.filename}", line {f.lineno}, in {f.name}\n'
        return text + f"    {f.line}\n" if f.line else text


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _hidden(frame):
    return frame.f_code.co_filename.startswith("<frozen ")


def walk_stack(f):
    if f is None:
        f = sys._getframe().f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    return StackSummary.extract(_limited([p for p in walk_tb(tb) if not _hidden(p[0])], limit))


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(p for p in walk_stack(f) if not _hidden(p[0]))
    stack.reverse()
    return stack[-limit:] if limit else stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    (sys.stderr if file is None else file).write("".join(format_list(extracted_list)))


def format_stack(f=None, limit=None):
    return StackSummary.from_list(extract_stack(f if f is not None else sys._getframe().f_back, limit)).format()


def print_stack(f=None, limit=None, file=None):
    (sys.stderr if file is None else file).write("".join(format_stack(f if f is not None else sys._getframe().f_back, limit)))


def clear_frames(tb):
    pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, **kwargs):
        self.exc_type = exc_type
        self._exc = exc_value
        self.stack = extract_tb(exc_traceback)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True):
        yield from format_exception(self._exc, chain=chain)

    def format_exception_only(self):
        yield from format_exception_only(self._exc)

    def print(self, *, file=None, chain=True):
        """Writes what format() yields to file, or to the standard error."""
        (sys.stderr if file is None else file).write("".join(self.format(chain=chain)))

    def __str__(self):
        return str(self._exc)
