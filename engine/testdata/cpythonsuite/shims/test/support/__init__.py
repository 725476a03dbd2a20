"""As much of CPython's test.support as test_asyncio uses."""

import contextlib
import sys
import unittest

LOOPBACK_TIMEOUT = 10.0
INTERNET_TIMEOUT = 60.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
TEST_HOME_DIR = "test"
verbose = False
MS_WINDOWS = False
is_emscripten = is_wasi = False
has_subprocess_support = False
has_fork_support = False
has_socket_support = True


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


ALWAYS_EQ = _AlwaysEqual()


class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False

    def __le__(self, other):
        return isinstance(other, _Largest)

    def __gt__(self, other):
        return not isinstance(other, _Largest)

    def __ge__(self, other):
        return True


class _Smallest:
    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __gt__(self, other):
        return False

    def __ge__(self, other):
        return isinstance(other, _Smallest)

    def __lt__(self, other):
        return not isinstance(other, _Smallest)

    def __le__(self, other):
        return True


LARGEST = _Largest()
SMALLEST = _Smallest()


def gc_collect():
    import gc
    gc.collect()
    gc.collect()


@contextlib.contextmanager
def disable_gc():
    import gc
    had = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if had:
            gc.enable()


def cpython_only(test):
    # What only CPython promises (reference counts, private C functions).
    return unittest.skip("for CPython itself")(test)


refcount_test = cpython_only


def requires_mac_ver(*version):
    return lambda test: test


def reap_children():
    pass


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f"object {obj!r} has no attribute {name!r}")


def maybe_get_event_loop_policy():
    import asyncio.events
    return asyncio.events._event_loop_policy


def skip_if_broken_multiprocessing_synchronize():
    pass


def check_disallow_instantiation(case, cls, *args, **kwargs):
    case.assertRaises(TypeError, cls, *args, **kwargs)


def load_package_tests(folder, loader, standard_tests, pattern):
    return standard_tests


def requires_working_socket(*, module=False):
    return None if module else lambda test: test


def requires_subprocess():
    return unittest.skip("starts a process")
