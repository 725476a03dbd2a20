"""Warnings in tests."""

import contextlib
import functools
import importlib
import re
import sys
import warnings


def import_deprecated(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return importlib.import_module(name)


def ignore_warnings(*, category):
    def decorate(test):
        @functools.wraps(test)
        def wrapper(*args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", category=category)
                return test(*args, **kwargs)
        return wrapper
    return decorate


def check_syntax_warning(case, text, errtext="", *, lineno=1, offset=None):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", SyntaxWarning)
        compile(text, "<testcase>", "exec")
    case.assertEqual(len(caught), 1, caught)
    case.assertTrue(issubclass(caught[0].category, SyntaxWarning))
    if errtext:
        case.assertRegex(str(caught[0].message), errtext)
    case.assertEqual(caught[0].filename, "<testcase>")
    if lineno is not None:
        case.assertEqual(caught[0].lineno, lineno)


class WarningsRecorder:
    """The warnings of a block; attributes are those of the last one."""

    def __init__(self, caught):
        self._caught = caught
        self._seen = 0

    def __getattr__(self, name):
        if len(self._caught) > self._seen:
            return getattr(self._caught[-1], name)
        if name in warnings.WarningMessage._WARNING_DETAILS:
            return None
        raise AttributeError(f"{self!r} has no attribute {name!r}")

    @property
    def warnings(self):
        return self._caught[self._seen:]

    def reset(self):
        self._seen = len(self._caught)


@contextlib.contextmanager
def check_warnings(*filters, **kwargs):
    quiet = kwargs.get("quiet", not filters)
    filters = filters or (("", Warning),)
    with warnings.catch_warnings(record=True) as caught:
        sys.modules["warnings"].simplefilter("always")
        yield WarningsRecorder(caught)
    left = list(caught)
    missing = []
    for text, category in filters:
        seen = False
        for w in left[:]:
            if re.match(text, str(w.message), re.I) and issubclass(w.category, category):
                seen = True
                left.remove(w)
        if not seen and not quiet:
            missing.append((text, category.__name__))
    if left:
        raise AssertionError(f"unhandled warning {left[0]}")
    if missing:
        raise AssertionError("filter (%r, %s) did not catch any warning" % missing[0])


@contextlib.contextmanager
def check_no_warnings(case, message="", category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as caught:
        warnings.filterwarnings("always", message=message, category=category)
        yield
        if force_gc:
            import gc
            gc.collect()
    case.assertEqual(caught, [])


@contextlib.contextmanager
def check_no_resource_warning(case):
    with check_no_warnings(case, category=ResourceWarning, force_gc=True):
        yield


@contextlib.contextmanager
def save_restore_warnings_filters():
    old = warnings.filters[:]
    try:
        yield
    finally:
        warnings.filters[:] = old
