"""Tracebacks as texts and as objects. The virtual machine writes the place of each frame, with its marks; frames of
library code are left out."""

import sys
from sys import _source_line, _traceback_place

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb"]

_RECURSIVE_CUTOFF = 3  # of a place that repeats itself so many are shown
_cause_message = "\nThe above exception was the direct cause of the following exception:\n\n"
_context_message = "\nDuring handling of the above exception, another exception occurred:\n\n"


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()


def _parse_value_tb(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _sentinel:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def _write(text, file):
    (sys.stderr if file is None else file).write(text)


def _limit_for(limit):
    """How many places are shown: without a limit, sys.tracebacklimit rules, of which negative values mean none."""
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    return limit


def _limited(entries, limit):
    """The first entries; with a negative limit the last."""
    return entries if limit is None else entries[:limit] if limit >= 0 else entries[limit:]


def _text(value, tb, limit, chain):
    return "".join(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    value, tb = _parse_value_tb(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exc(limit=None, chain=True):
    exc = sys.exc_info()[1]
    return "NoneType: None\n" if exc is None else _text(exc, exc.__traceback__, limit, chain)


def print_exc(limit=None, file=None, chain=True):
    _write(format_exc(limit, chain), file)


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    value, tb = _parse_value_tb(exc, value, tb)
    _write(_text(value, tb, limit, chain), file)


def print_last(limit=None, file=None, chain=True):
    """The error that ended an interactive command, which sys.last_value and its like hold."""
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def format_exception_only(exc, /, value=_sentinel):
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    _write("".join(format_tb(tb, limit)), file)


def extract_tb(tb, limit=None):
    return StackSummary._of_traceback(tb, limit=limit)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe().f_back
        while f is not None and _hidden(f):
            f = f.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _hidden(frame):
    return frame.f_code.co_filename.startswith("<frozen ")


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract([p for p in walk_stack(f) if not _hidden(p[0])], limit=limit)
    stack.reverse()
    return stack


def format_stack(f=None, limit=None):
    return extract_stack(f if f is not None else sys._getframe().f_back, limit).format()


def print_stack(f=None, limit=None, file=None):
    _write("".join(format_stack(f if f is not None else sys._getframe().f_back, limit)), file)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write("".join(format_list(extracted_list)), file)


def clear_frames(tb):
    "Drop the variables of all frames of a traceback."
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass  # it still runs
        tb = tb.tb_next


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except:
        return f"<{what} {func.__name__}() failed>"


class FrameSummary:
    """One place of a traceback; it may be taken for a tuple of file, line number, name and line."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals", "_place")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        self._line = line
        self._place = None  # what is shown of it, where the virtual machine says so
        if lookup_line:
            self.line
        self.locals = None if locals is None else {k: _safe_string(v, "local", func=repr) for k, v in locals.items()}

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            line = _source_line(self.filename, self.lineno)
            if not line and "linecache" in sys.modules:
                line = sys.modules["linecache"].getline(self.filename, self.lineno)
            self._line = line
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return self[:] == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4


class StackSummary(list):
    """The places of a traceback or a stack, outermost first."""

    _elsewhere = False  # the places of the traceback are all in library code, and not shown

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        result = klass()
        for f, lineno in _limited(list(frame_gen), _limit_for(limit)):
            code = f.f_code
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=lookup_lines,
                                       locals=f.f_locals if capture_locals else None))
        return result

    @classmethod
    def _of_traceback(klass, tb, *, limit=None, lookup_lines=True, capture_locals=False):
        entries, first = [], tb
        while tb is not None:
            place = _traceback_place(tb)
            if place is not False:
                entries.append((tb, place))
            tb = tb.tb_next
        result = klass()
        if first is not None and not entries:
            result._elsewhere = True
        for tb, place in _limited(entries, _limit_for(limit)):
            frame = tb.tb_frame
            code = frame.f_code
            summary = FrameSummary(code.co_filename, tb.tb_lineno, code.co_name, lookup_line=lookup_lines,
                                   locals=frame.f_locals if capture_locals else None)
            if place is not None:
                summary.lineno, summary.end_lineno, summary.colno, summary.end_colno, summary._place = place
            result.append(summary)
        return result

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary):
        s = frame_summary
        text = s._place
        if text is None:
            text = f'  File "{s.filename}", line {s.lineno}, in {s.name}\n'
            if s.line:
                text += f"    {s.line}\n"
        if s.locals:
            for name, value in sorted(s.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self):
        result = []
        last, count = None, 0

        def repeated():
            if count > _RECURSIVE_CUTOFF:
                more = count - _RECURSIVE_CUTOFF
                result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")

        for summary in self:
            text = self.format_frame_summary(summary)
            if text is None:
                continue
            place = summary.filename, summary.lineno, summary.name
            if None in place or place != last:
                repeated()
                last, count = place, 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        repeated()
        return result


def _final_line(name, text):
    text = _safe_string(text, "exception")
    return f"{name}: {text}\n" if text else f"{name}\n"


class TracebackException:
    """What there is to say of an exception, with its causes; it keeps neither the exception nor its frames alive."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                       max_group_width=max_group_width, max_group_depth=max_group_depth)
        outermost = _seen is None
        seen = set() if outermost else _seen
        seen.add(id(exc_value))
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = StackSummary._of_traceback(exc_traceback, limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)
        self.exc_type = exc_type
        self._str = _safe_string(exc_value, "exception")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        if exc_type and issubclass(exc_type, SyntaxError):
            self.filename, self.text, self.msg = exc_value.filename, exc_value.text, exc_value.msg
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.offset, self.end_offset = exc_value.offset, exc_value.end_offset
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        if not outermost:
            return
        # All that hang together are made here, however long the chain is.
        todo = [(self, exc_value)]
        while todo:
            te, e = todo.pop()
            if e is None:
                continue

            def made(of):
                new = TracebackException(type(of), of, of.__traceback__, _seen=seen, **options)
                todo.append((new, of))
                return new

            if e.__cause__ is not None and id(e.__cause__) not in seen:
                te.__cause__ = made(e.__cause__)
            wanted = not compact or te.__cause__ is None and not e.__suppress_context__
            if wanted and e.__context__ is not None and id(e.__context__) not in seen:
                te.__context__ = made(e.__context__)
            if isinstance(e, BaseExceptionGroup):
                te.exceptions = [made(x) for x in e.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        if self.exc_type is None or self.exc_type is type(None):
            yield "NoneType: None\n" if self.exc_type else "None: None\n"
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ("__main__", "builtins"):
            name = (module if isinstance(module, str) else "<unknown>") + "." + name
        if issubclass(self.exc_type, SyntaxError):
            yield from self._syntax_error(name)
        else:
            yield _final_line(name, self._str)
        notes = self.__notes__
        if notes is not None and not isinstance(notes, (list, tuple)):
            from collections.abc import Sequence
            if not isinstance(notes, Sequence):
                yield _safe_string(notes, "__notes__", func=repr)
                return
        if notes is not None:
            for note in notes:
                yield from [line + "\n" for line in _safe_string(note, "note").split("\n")]

    def _syntax_error(self, name):
        where = ""
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            where = f" ({self.filename})"
        if self.text is not None and self.lineno is not None:
            whole = self.text.rstrip("\n")
            shown = whole.lstrip(" \n\f")
            yield f"    {shown}\n"
            if self.offset is not None:
                end = self.end_offset if self.end_offset not in (None, 0) else self.offset
                if end == self.offset or end == -1:
                    end = self.offset + 1
                at = self.offset - 1 - (len(whole) - len(shown))
                if at >= 0:
                    blank = "".join(c if c.isspace() else " " for c in shown[:at])
                    yield f"    {blank}{'^' * (end - self.offset)}\n"
        yield f"{name}: {self.msg or '<no detail available>'}{where}\n"

    def format(self, *, chain=True, _indent="", _depth=0):
        links = []
        te = self
        while te is not None:
            if not chain:
                links.append((te, None))
                break
            if te.__cause__ is not None:
                links.append((te, _cause_message))
                te = te.__cause__
            elif te.__context__ is not None and not te.__suppress_context__:
                links.append((te, _context_message))
                te = te.__context__
            else:
                links.append((te, None))
                te = None
        for te, message in reversed(links):
            if message is not None:
                yield from _indented(message, _indent, _depth)
            if te.exceptions is None:
                if te.stack or te.stack._elsewhere:
                    yield from _indented("Traceback (most recent call last):\n", _indent, _depth)
                    for text in te.stack.format():
                        yield from _indented(text, _indent, _depth)
                for text in te.format_exception_only():
                    yield from _indented(text, _indent, _depth)
            elif _depth > self.max_group_depth:
                yield from _indented(f"... (max_group_depth is {self.max_group_depth})\n", _indent, _depth)
            else:
                yield from te._group(_indent, _depth)

    def _group(self, indent, depth):
        outermost = depth == 0
        if outermost:
            indent, depth = indent + "  ", 1
        if self.stack or self.stack._elsewhere:
            yield from _indented("Exception Group Traceback (most recent call last):\n", indent, depth, "+" if outermost else None)
            for text in self.stack.format():
                yield from _indented(text, indent, depth)
        for text in self.format_exception_only():
            yield from _indented(text, indent, depth)
        members = self.exceptions
        shown = min(len(members), self.max_group_width + (len(members) > self.max_group_width))
        inner = indent + "  "
        closed = False
        for i in range(shown):
            last = i == shown - 1
            cut = i >= self.max_group_width
            title = "..." if cut else i + 1
            yield indent + ("+-" if i == 0 else "  ") + f"+---------------- {title} ----------------\n"
            if cut:
                left = len(members) - self.max_group_width
                yield from _indented(f"and {left} more exception{'s' if left > 1 else ''}\n", inner, depth + 1)
            else:
                yield from members[i].format(_indent=inner, _depth=depth + 1)
            if last:
                nested = None if cut else members[i].exceptions
                closed = nested is not None and depth + 1 <= self.max_group_depth
        if not closed:
            yield inner + "+------------------------------------\n"

    def print(self, *, file=None, chain=True):
        _write("".join(self.format(chain=chain)), file)


def _indented(text, indent, depth, sign=None):
    if depth == 0:
        yield text
        return
    yield "".join(f"{indent}{sign or '|'} {line}" for line in text.splitlines(keepends=True))
