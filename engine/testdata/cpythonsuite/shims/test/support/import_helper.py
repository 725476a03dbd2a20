"""Imports in tests."""

import contextlib
import importlib
import sys
import unittest
import warnings


def import_module(name, deprecated=False, *, required_on=()):
    with warnings.catch_warnings():
        if deprecated:
            warnings.simplefilter("ignore", DeprecationWarning)
        try:
            return importlib.import_module(name)
        except ImportError as error:
            raise unittest.SkipTest(str(error))


def import_fresh_module(name, fresh=(), blocked=(), deprecated=False):
    # Another copy of the module, with some of those that it imports fresh, and some as if they were absent. The
    # engine's library has one form of each module, so that a copy without its C half is the same code, and that
    # half is there as far as the module needs it.
    saved = {}
    for each in (name, *fresh, *blocked):
        for key in list(sys.modules):
            if key == each or key.startswith(each + "."):
                saved[key] = sys.modules.pop(key)
    for each in blocked:
        sys.modules[each] = None
    try:
        for each in fresh:
            try:
                importlib.import_module(each)
            except ImportError:
                pass
        try:
            return importlib.import_module(name)
        except ImportError:
            for each in blocked:
                sys.modules.pop(each, None)
            sys.modules.pop(name, None)
            return importlib.import_module(name)
    except ImportError:
        return None
    finally:
        for each in (name, *fresh, *blocked):
            for key in list(sys.modules):
                if key == each or key.startswith(each + "."):
                    del sys.modules[key]
        sys.modules.update(saved)


def unload(name):
    sys.modules.pop(name, None)


def forget(name):
    unload(name)


class CleanImport:
    def __init__(self, *names, usefrozen=False):
        self._old = sys.modules.copy()
        for name in names:
            sys.modules.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        sys.modules.update(self._old)


class DirsOnSysPath:
    def __init__(self, *paths):
        self._old = sys.path[:]
        sys.path.extend(paths)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        sys.path[:] = self._old


@contextlib.contextmanager
def isolated_modules():
    old = sys.modules.copy()
    try:
        yield
    finally:
        sys.modules.clear()
        sys.modules.update(old)
