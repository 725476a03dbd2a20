import io
import os
import sys

__all__ = ["input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin", "FileInput",
           "hook_encoded"]
_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    global _state
    if _state and _state._file:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def _active(name):
    def function():
        if not _state:
            raise RuntimeError("no active input()")
        return getattr(_state, name)()
    function.__name__ = name
    return function


nextfile, filename, lineno, filelineno = map(_active, ("nextfile", "filename", "lineno", "filelineno"))
fileno, isfirstline, isstdin = map(_active, ("fileno", "isfirstline", "isstdin"))


def close():
    global _state
    state, _state = _state, None
    if state:
        state.close()


class FileInput:
    """The lines of several files, one after the other."""

    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if isinstance(files, str) or hasattr(files, "__fspath__"):
            files = (os.fspath(files),)
        elif files is None:
            files = tuple(sys.argv[1:]) or ("-",)
        self._files, self._inplace, self._backup = tuple(files), inplace, backup
        self._mode, self._openhook, self._encoding, self._errors = mode, openhook, encoding, errors
        if inplace and openhook:
            raise ValueError("FileInput cannot use an opening hook in inplace mode")
        self._filename = self._file = self._output = self._saved = None
        self._startlineno = self._filelineno = 0
        self._isstdin = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            line = self.readline()
            if line:
                return line
            raise StopIteration

    def close(self):
        self.nextfile()
        self._files = ()

    def nextfile(self):
        if self._output:
            sys.stdout = self._saved
            self._output.close()
            self._output = None
        file, self._file = self._file, None
        if file and not self._isstdin:
            file.close()
        self._isstdin = False
        self._startlineno += self._filelineno
        self._filelineno = 0

    def readline(self):
        while True:
            if self._file is None:
                if not self._files:
                    return ""
                self._open()
            line = self._file.readline()
            if line:
                self._filelineno += 1
                return line
            self.nextfile()

    def _open(self):
        self._filename, self._files = self._files[0], self._files[1:]
        if self._filename == "-":
            self._filename, self._file, self._isstdin = "<stdin>", sys.stdin, True
            return
        if self._openhook:
            self._file = self._openhook(self._filename, self._mode)
            return
        options = {} if "b" in self._mode else {"encoding": self._encoding, "errors": self._errors}
        self._file = open(self._filename, self._mode, **options)
        if self._inplace:
            with self._file:
                text = self._file.read()
            if self._backup:
                os.rename(self._filename, self._filename + self._backup)
            self._file = io.StringIO(text)
            self._output = open(self._filename, "w", **options)
            self._saved, sys.stdout = sys.stdout, self._output

    def filename(self):
        return self._filename

    def lineno(self):
        return self._startlineno + self._filelineno

    def filelineno(self):
        return self._filelineno

    def fileno(self):
        try:
            return self._file.fileno()
        except (AttributeError, ValueError):
            return -1

    def isfirstline(self):
        return self._filelineno == 1

    def isstdin(self):
        return self._isstdin


def hook_encoded(encoding, errors=None):
    return lambda filename, mode: open(filename, mode, encoding=encoding, errors=errors)
