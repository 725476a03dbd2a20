# What an example is, how it is found in a text, and how texts are found in a module.

import inspect
import os
import re
import sys

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = 2 * IGNORE_EXCEPTION_DETAIL - 1
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST


def _indent(s, indent=4):
    return re.sub("(?m)^(?!$)", " " * indent, s)


def _comment_line(line):
    line = line.rstrip()
    return "# " + line if line else "#"


def _normalize_module(module, depth=2):
    if inspect.ismodule(module):
        return module
    if isinstance(module, str):
        return __import__(module, globals(), locals(), ["*"])
    if module is None:
        return sys.modules[sys._getframe(depth).f_globals["__name__"]]
    raise TypeError("Expected a module, string, or None")


def _module_relative_path(module, test_path):
    if not inspect.ismodule(module):
        raise TypeError("Expected a module: %r" % module)
    if test_path.startswith("/"):
        raise ValueError("Module-relative files may not have absolute paths")
    test_path = os.path.join(*test_path.split("/"))
    file = getattr(module, "__file__", None)
    base = os.path.split(file)[0] if file else ""
    return os.path.join(base, test_path)


class Example:
    """A piece of code, and what it should print or raise."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        def line(text):
            return text if text is None or text.endswith("\n") else text + "\n"
        self.source, self.exc_msg = line(source), line(exc_msg)
        self.want = line(want) if want else want
        self.lineno, self.indent = lineno, indent
        self.options = {} if options is None else options

    def _key(self):
        return self.source, self.want, self.lineno, self.indent, self.exc_msg

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key() and self.options == other.options

    def __hash__(self):
        return hash(self._key())


class DocTest:
    """The examples of one text, with the names that they see."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), "DocTest no longer accepts str; use DocTestParser instead"
        self.examples, self.docstring = examples, docstring
        self.globs = globs.copy()
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        n = len(self.examples)
        count = "no examples" if n == 0 else "1 example" if n == 1 else f"{n} examples"
        return f"<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({count})>"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return (self.examples == other.examples and self.docstring == other.docstring and self.globs == other.globs and
                self.name == other.name and self.filename == other.filename and self.lineno == other.lineno)

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return ((self.name, self.filename or "", self.lineno or 0, id(self)) <
                (other.name, other.filename or "", other.lineno or 0, id(other)))


class DocTestParser:
    _PROMPT = re.compile(r"( *)>>>(.*)")
    _OPTIONS = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)
    # The message of an expected exception follows a header and an indented stack.
    _EXCEPTION = re.compile(r"""
        ^(?P<hdr> Traceback\ \( (?: most\ recent\ call\ last | innermost\ last) \) : )
        \s* $
        (?P<stack> .*?)
        ^ (?P<msg> \w+ .*)
        """, re.VERBOSE | re.MULTILINE | re.DOTALL)

    def parse(self, string, name="<string>"):
        string = string.expandtabs()
        margin = self._min_indent(string)
        if margin > 0:
            string = "\n".join([line[margin:] for line in string.split("\n")])
        lines = string.split("\n")
        out, text, i = [], [], 0
        while i < len(lines):
            m = self._PROMPT.match(lines[i])
            if not m:
                text.append(lines[i])
                i += 1
                continue
            start, indent = i, len(m.group(1))
            blank = " " * indent
            i += 1
            while i < len(lines) and re.match(" *\\.\\.\\.", lines[i]):
                i += 1
            source = lines[start:i]
            self._check_prompt_blank(source, indent, name, start)
            self._check_prefix(source[1:], blank + ".", name, start)
            source = "\n".join([line[indent + 4:] for line in source])
            begin = i
            while i < len(lines) and lines[i].strip() and not re.match(" *>>>", lines[i]):
                i += 1
            want_lines = lines[begin:i]
            self._check_prefix(want_lines, blank, name, start + source.count("\n") + 1)
            want = "\n".join([line[indent:] for line in want_lines])
            out.append("\n".join(text) + "\n" if text else "")
            text = []
            m = self._EXCEPTION.match(want)
            options = self._find_options(source, name, start)
            if not self._only_comments(source):
                out.append(Example(source, want, m.group("msg") if m else None, start, min(indent, indent) + margin, options))
        out.append("\n".join(text))
        return out

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        return [x for x in self.parse(string, name) if isinstance(x, Example)]

    def _only_comments(self, source):
        return all(not line.strip() or line.lstrip().startswith("#") for line in source.split("\n"))

    def _find_options(self, source, name, lineno):
        options = {}
        for m in self._OPTIONS.finditer(source):
            for option in m.group(1).replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {lineno + 1} of the doctest for {name} has an invalid option: {option!r}")
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        if options and self._only_comments(source):
            raise ValueError(f"line {lineno} of the doctest for {name} has an option directive on a line with no example: {source!r}")
        return options

    def _min_indent(self, s):
        return min((len(line) - len(line.lstrip(" ")) for line in s.split("\n") if line.strip(" ")), default=0)

    def _check_prompt_blank(self, lines, indent, name, lineno):
        for i, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != " ":
                raise ValueError(f"line {lineno + i + 1} of the docstring for {name} lacks blank after {line[indent:indent + 3]}: {line!r}")

    def _check_prefix(self, lines, prefix, name, lineno):
        for i, line in enumerate(lines):
            if line and not line.startswith(prefix):
                raise ValueError(f"line {lineno + i + 1} of the docstring for {name} has inconsistent leading whitespace: {line!r}")


class DocTestFinder:
    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser, self._verbose, self._recurse, self._exclude_empty = parser, verbose, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: %r" % (type(obj),))
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        lines = None
        try:
            file = inspect.getsourcefile(obj)
        except TypeError:
            pass
        else:
            if not file:
                file = inspect.getfile(obj)
                if not file[0] + file[-2:] == "<]>":
                    file = None
            if file:
                import linecache
                lines = linecache.getlines(file, module.__dict__) if module is not None else linecache.getlines(file)
        tests = []
        self._find(tests, obj, name, module, lines or None, globs, {})
        tests.sort()
        return tests

    def _from_module(self, module, obj):
        if module is None or inspect.getmodule(obj) is not None and not inspect.isfunction(obj) and not inspect.isclass(obj):
            return module is None or module is inspect.getmodule(obj)
        if inspect.isfunction(obj):
            return module.__dict__ is obj.__globals__
        if inspect.ismethoddescriptor(obj) or inspect.ismethodwrapper(obj) if hasattr(inspect, "ismethodwrapper") else inspect.ismethoddescriptor(obj):
            home = getattr(getattr(obj, "__objclass__", None), "__module__", None) or getattr(obj, "__module__", module.__name__)
            return module.__name__ == home
        if inspect.isclass(obj):
            return module.__name__ == obj.__module__
        if hasattr(obj, "__module__"):
            return module.__name__ == obj.__module__
        if isinstance(obj, property):
            return True
        raise ValueError("object must be a class or function")

    def _is_routine(self, obj):
        try:
            obj = inspect.unwrap(obj)
        except ValueError:
            pass
        return inspect.isroutine(obj)

    def _find(self, tests, obj, name, module, lines, globs, seen):
        if self._verbose:
            print("Finding tests in %s" % name)
        if id(obj) in seen:
            return
        seen[id(obj)] = 1
        test = self._get_test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for key, value in obj.__dict__.items():
                if (self._is_routine(value) or inspect.isclass(value)) and self._from_module(module, value):
                    self._find(tests, value, f"{name}.{key}", module, lines, globs, seen)
            for key, value in getattr(obj, "__test__", {}).items():
                if not isinstance(key, str):
                    raise ValueError("DocTestFinder.find: __test__ keys must be strings: %r" % (type(key),))
                if not (self._is_routine(value) or inspect.isclass(value) or inspect.ismodule(value) or isinstance(value, str)):
                    raise ValueError("DocTestFinder.find: __test__ values must be strings, functions, methods, classes, or modules: %r" % (type(value),))
                self._find(tests, value, f"{name}.__test__.{key}", module, lines, globs, seen)
        elif inspect.isclass(obj):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (self._is_routine(value) or inspect.isclass(value) or isinstance(value, property)) and self._from_module(module, value):
                    self._find(tests, value, f"{name}.{key}", module, lines, globs, seen)

    def _get_test(self, obj, name, module, globs, lines):
        if isinstance(obj, str):
            text = obj
        else:
            text = getattr(obj, "__doc__", None)
            if text is None:
                text = ""
            elif not isinstance(text, str):
                text = str(text)
        lineno = self._find_lineno(obj, lines)
        if self._exclude_empty and not text:
            return None
        filename = None
        if module is not None:
            filename = getattr(module, "__file__", None) or module.__name__
            if filename.endswith(".pyc"):
                filename = filename[:-1]
        return self._parser.get_doctest(text, globs, name, filename, lineno)

    def _find_lineno(self, obj, lines):
        lineno = None
        text = getattr(obj, "__doc__", None)
        if inspect.ismodule(obj) and text is not None:
            lineno = 0
        elif inspect.isclass(obj) and text is not None:
            if lines is None:
                return None
            head = re.compile(r"^\s*class\s*%s\b" % re.escape(getattr(obj, "__name__", "-")))
            lineno = next((i for i, line in enumerate(lines) if head.match(line)), None)
        if inspect.ismethod(obj):
            obj = obj.__func__
        if isinstance(obj, property):
            obj = obj.fget
        if inspect.isfunction(obj) and text is not None:
            obj = getattr(inspect.unwrap(obj), "__code__", None)
        if inspect.istraceback(obj):
            obj = obj.tb_frame
        if inspect.isframe(obj):
            obj = obj.f_code
        if inspect.iscode(obj):
            lineno = obj.co_firstlineno - 1
        if lineno is not None:
            if lines is None:
                return lineno + 1
            # The docstring begins after the head, wherever that ends.
            opening = re.compile(r'(^|.*:)\s*\w*("|\')')
            for i in range(lineno, len(lines)):
                if opening.match(lines[i]):
                    return i
        return None
