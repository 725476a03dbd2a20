"""Sources and frames; what is here belongs to module inspect."""
__name__ = "inspect"
import linecache
import os.path
import sys
import types
from collections import namedtuple


class ClassFoundException(Exception):
    pass


class EndOfBlock(Exception):
    pass


def isframe(object):
    """Return true if the object is a frame object."""
    return isinstance(object, types.FrameType)


def istraceback(object):
    """Return true if the object is a traceback."""
    return isinstance(object, types.TracebackType)


def iscode(object):
    """Return true if the object is a code object."""
    return isinstance(object, types.CodeType)


# --- where an object was written

def getfile(object):
    """Work out which source or compiled file an object was defined in."""
    if isinstance(object, types.ModuleType):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError("{!r} is a built-in module".format(object))
    if isinstance(object, type):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError("{!r} is a built-in class".format(object))
    if isinstance(object, types.MethodType):
        object = object.__func__
    if isinstance(object, types.FunctionType):
        object = object.__code__
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.FrameType):
        object = object.f_code
    if isinstance(object, types.CodeType):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got {}".format(
        type(object).__name__))


def getmodulename(path):
    """Return the module name for a given file, or None."""
    name = os.path.basename(path)
    return name[:-3] if name.endswith(".py") and len(name) > 3 else None


def getsourcefile(object):
    """Return the filename that can be used to locate an object's source, or None."""
    name = getfile(object)
    return name if linecache.getlines(name) or os.path.exists(name) else None


def getabsfile(object, _filename=None):
    """Return an absolute path to the source or compiled file for an object."""
    return os.path.normcase(os.path.abspath(_filename or getsourcefile(object) or getfile(object)))


def getmodule(object, _filename=None):
    """Return the module an object was defined in, or None if not found."""
    if isinstance(object, types.ModuleType):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        name = getfile(object)
    except (TypeError, OSError):
        return None
    for module in list(sys.modules.values()):
        if isinstance(module, types.ModuleType) and getattr(module, "__file__", None) == name:
            return module
    main = sys.modules["__main__"]
    what = getattr(object, "__name__", None)
    if what and getattr(main, what, None) is object:
        return main
    if what and getattr(sys.modules["builtins"], what, None) is object:
        return sys.modules["builtins"]
    return None


def _indent(line):
    return len(line) - len(line.lstrip())


def _name(text):
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return text[:end]


def _class_line(lines, qualname):
    """The index of the line, decorators included, where the class of that qualified name begins."""
    path = []  # (indent, kind, name) of the blocks that are open
    for i, line in enumerate(lines):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        indent = _indent(line)
        while path and path[-1][0] >= indent:
            path.pop()
        if text.startswith("async def "):
            text = text[6:]
        kind, _, rest = text.partition(" ")
        if kind not in ("class", "def"):
            continue
        path.append((indent, kind, _name(rest.lstrip())))
        if kind == "class":
            full = "".join(name + (".<locals>." if how == "def" else ".") for _, how, name in path)[:-1]
            if full == qualname:
                while i > 0 and lines[i - 1].lstrip().startswith("@") and _indent(lines[i - 1]) == indent:
                    i -= 1
                return i
    return None


def findsource(object):
    """Return the entire source file and starting line number for an object."""
    name = getfile(object)
    lines = linecache.getlines(name)
    if not lines:
        raise OSError("could not get source code")
    if isinstance(object, types.ModuleType):
        return lines, 0
    if isinstance(object, type):
        line = _class_line(lines, object.__qualname__)
        if line is None:
            raise OSError("could not find class definition")
        return lines, line
    if isinstance(object, types.MethodType):
        object = object.__func__
    if isinstance(object, types.FunctionType):
        object = object.__code__
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.FrameType):
        object = object.f_code
    if isinstance(object, types.CodeType):
        line = object.co_firstlineno - 1
        if line >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, max(line, 0)
    raise OSError("could not find code object")


def getcomments(object):
    """Get lines of comments immediately preceding an object's source code."""
    try:
        lines, n = findsource(object)
    except (OSError, TypeError):
        return None
    if isinstance(object, types.ModuleType):
        start = 1 if lines and lines[0][:2] == "#!" else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        out = []
        while start < len(lines) and lines[start][:1] == "#":
            out.append(lines[start].expandtabs())
            start += 1
        return "".join(out) or None
    indent, out = _indent(lines[n]), []
    while n > 0 and lines[n - 1].lstrip()[:1] == "#" and _indent(lines[n - 1]) == indent:
        n -= 1
        out.append(lines[n].expandtabs().lstrip())
    out.reverse()
    while out and out[0].strip() == "#":
        out.pop(0)
    while out and out[-1].strip() == "#":
        out.pop()
    return "".join(out) or None


def _scan(line, depth, quote):
    """What is open after a line: how many brackets, and which string. Told also whether it goes on by a backslash."""
    i, n = 0, len(line)
    while i < n:
        c = line[i]
        if quote:
            if c == "\\":
                i += 1
            elif line.startswith(quote, i):
                i += len(quote) - 1
                quote = ""
        elif c == "#":
            break
        elif c in "\"'":
            quote = c * 3 if line.startswith(c * 3, i) else c
            i += len(quote) - 1
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        i += 1
    if len(quote) == 1 and not line.rstrip("\n").endswith("\\"):
        quote = ""
    return depth, quote, line.rstrip("\n").endswith("\\")


def getblock(lines):
    """Extract the block of code at the top of the given list of lines."""
    base = _indent(lines[0])
    depth, quote, joined = 0, "", False
    header = False  # the def or class itself has been seen
    body = None  # indent of the block
    last = 0
    decorated = lines[0].lstrip().startswith("@")
    for i, line in enumerate(lines):
        fresh = depth == 0 and not quote and not joined
        text = line.strip()
        if fresh:
            if not text or text.startswith("#"):
                if header and body is not None and text and _indent(line) < body:
                    break
                if header and text and _indent(line) >= (body or base + 1):
                    last = i
                continue
            if header and _indent(line) <= base:
                break
            if header and body is None:
                body = _indent(line)
            if not header:
                if text.startswith(("def ", "class ", "async def ")):
                    header = True
                elif "lambda" in text and not decorated:
                    header = None
        depth, quote, joined = _scan(line, depth, quote)
        last = i
        if depth == 0 and not quote and not joined:
            if header is None or not header and not text.startswith("@"):
                break
            if header and body is None and fresh is not None and _one_line(lines, i):
                break
    return lines[:last + 1]


def _one_line(lines, i):
    """Whether a block's header that ends in line i has its body there too."""
    text = lines[i].split("#")[0].rstrip()
    return not text.endswith(":")


def getsourcelines(object):
    """Return a list of source lines and starting line number for an object."""
    from _signature import unwrap
    object = unwrap(object) if callable(object) else object
    lines, n = findsource(object)
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.ModuleType) or isinstance(object, types.FrameType) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[n:]), n + 1


def getsource(object):
    """Return the text of the source code for an object."""
    return "".join(getsourcelines(object)[0])


# --- frames

Arguments = namedtuple("Arguments", "args, varargs, varkw")


def getargs(co):
    """Get information about the arguments accepted by a code object."""
    if not isinstance(co, types.CodeType):
        raise TypeError("{!r} is not a code object".format(co))
    n, k = co.co_argcount, co.co_kwonlyargcount
    names = co.co_varnames
    args, rest, varargs, varkw = list(names[:n]), n + k, None, None
    if co.co_flags & 4:
        varargs = names[rest]
        rest += 1
    if co.co_flags & 8:
        varkw = names[rest]
    return Arguments(args + list(names[n:n + k]), varargs, varkw)


ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


def getargvalues(frame):
    """Get information about arguments passed into a particular frame."""
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    """Format an argument spec from the 4 values returned by getargvalues."""
    out = [formatarg(a) + formatvalue(locals[a]) for a in args]
    if varargs:
        out.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        out.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return "(" + ", ".join(out) + ")"


_Traceback = namedtuple("_Traceback", "filename lineno function code_context index")


class Traceback(_Traceback):
    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return (f"Traceback(filename={self.filename!r}, lineno={self.lineno!r}, function={self.function!r}, "
                f"code_context={self.code_context!r}, index={self.index!r}, positions={self.positions!r})")


_FrameInfo = namedtuple("_FrameInfo", ("frame",) + _Traceback._fields)


class FrameInfo(_FrameInfo):
    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return (f"FrameInfo(frame={self.frame!r}, filename={self.filename!r}, lineno={self.lineno!r}, "
                f"function={self.function!r}, code_context={self.code_context!r}, index={self.index!r}, "
                f"positions={self.positions!r})")


def getframeinfo(frame, context=1):
    """Get information about a frame or traceback object."""
    if isinstance(frame, types.TracebackType):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    else:
        if not isinstance(frame, types.FrameType):
            raise TypeError("{!r} is not a frame or traceback object".format(frame))
        lineno = frame.f_lineno
    name = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            lines, _ = findsource(frame)
        except OSError:
            lines = None
        else:
            start = max(0, min(start, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(name, lineno, frame.f_code.co_name, lines, index)


def getlineno(frame):
    """Get the line number from a frame object."""
    return frame.f_lineno


def getouterframes(frame, context=1):
    """Get a list of records for a frame and all higher (calling) frames."""
    out = []
    while frame:
        out.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return out


def getinnerframes(tb, context=1):
    """Get a list of records for a traceback's frame and all lower frames."""
    out = []
    while tb:
        out.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return out


def currentframe():
    """Return the frame of the caller."""
    return sys._getframe(1)


def stack(context=1):
    """Return a list of records for the stack above the caller's frame."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """Return a list of records for the stack below the current exception."""
    return getinnerframes(sys.exc_info()[2], context)
