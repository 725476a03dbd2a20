import sys

filters = [("default", None, DeprecationWarning, "__main__", 0), ("ignore", None, DeprecationWarning, None, 0),
           ("ignore", None, PendingDeprecationWarning, None, 0), ("ignore", None, ImportWarning, None, 0),
           ("ignore", None, ResourceWarning, None, 0)]
_once = {}
_version = 0


def _filters_mutated():
    global _version
    _version += 1


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self.category.__name__!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        line = sys._source_line(filename, lineno)
    if line and line.strip():
        text += f"  {line.strip()}\n"
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = file or sys.stderr
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


def _action(category, module, text):
    for action, msg, cat, mod, lineno in filters:
        if issubclass(category, cat) and (msg is None or text.startswith(msg)) and (mod is None or mod == module):
            return action
    return "default"


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    try:
        frame = sys._getframe(stacklevel)
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
        module = frame.f_globals.get("__name__", "<string>")
        registry = frame.f_globals.setdefault("__warningregistry__", {})
    except ValueError:
        filename, lineno, module, registry = "sys", 1, "sys", None
    if registry is None:
        registry = {}
    warn_explicit(message, category, filename, lineno, module, registry, source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = str(message), category(message)
    action = _action(category, module, text)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry = _once
    elif registry is None:
        registry = {}
    if action in ("default", "module", "once"):
        # What was said before the filters changed is said again.
        if registry.get("version", 0) != _version:
            registry.clear()
            registry["version"] = _version
        key = (text, category, lineno if action == "default" else 0)
        if registry.get(key):
            return
        registry[key] = True
    if _recording:
        _recording[-1].append(WarningMessage(message, category, filename, lineno, source=source))
    else:
        showwarning(message, category, filename, lineno)
        if source is not None and showwarning is _own_showwarning:
            sys.stderr.write(f"{category.__name__}: Enable tracemalloc to get the object allocation traceback\n")


_own_showwarning = showwarning


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    entry = (action, message or None, category, module or None, lineno)
    if append:
        filters.append(entry)
    else:
        if entry in filters:
            filters.remove(entry)
        filters.insert(0, entry)
    _filters_mutated()


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, category=category, append=append)


def resetwarnings():
    filters.clear()
    _filters_mutated()


_recording = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._action = action, category

    def __enter__(self):
        self._filters = filters[:]
        _filters_mutated()
        if self._action[0] is not None:
            simplefilter(self._action[0], self._action[1])
        if self._record:
            log = []
            _recording.append(log)
            return log

    def __exit__(self, *exc_info):
        filters[:] = self._filters
        _filters_mutated()
        if self._record:
            _recording.pop()
