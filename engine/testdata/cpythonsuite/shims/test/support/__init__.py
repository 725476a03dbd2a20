"""As much of CPython's test.support as the test files of its suite use."""

import contextlib
import functools
import io
import os
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
is_android = is_apple = False
has_no_debug_ranges = lambda: False
has_strftime_extensions = True
unix_shell = "/bin/sh"
PIPE_MAX_SIZE = 4 * 1024 * 1024 + 1
SOCK_MAX_SIZE = 16 * 1024 * 1024 + 1
MAX_Py_ssize_t = sys.maxsize
NHASHBITS = sys.hash_info.width
MISSING_C_DOCSTRINGS = True
HAVE_DOCSTRINGS = False
_1M = 1024 * 1024
_1G = 1024 * _1M
_2G = 2 * _1G
_4G = 4 * _1G
max_memuse = real_max_memuse = 0
darwin_malloc_err_warning = lambda name: None


class Error(Exception):
    """Base class for errors of tests."""


class TestFailed(Error):
    """A test failed."""


class ResourceDenied(unittest.SkipTest):
    """A resource is not to be used."""


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


ALWAYS_EQ = _AlwaysEqual()


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


NEVER_EQ = _NeverEqual()


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


def check_impl_detail(**guards):
    # Asked by tests that know several interpreters: this one is to behave as CPython.
    return guards.get("cpython", not any(guards.values())) if guards else True


def impl_detail(msg=None, **guards):
    return cpython_only if guards.get("cpython", not guards) else (lambda test: test)


def _skipped(why):
    def decorate(*args, **kwargs):
        return unittest.skip(why)
    return decorate


def _kept(test=None, *args, **kwargs):
    # Works as a decorator with and without arguments.
    return test if callable(test) else (lambda inner: inner)


bigmemtest = _skipped("needs very much memory")
bigaddrspacetest = unittest.skip("needs very much memory")
requires_fork = _skipped("forks the test's own process")
requires_linux_version = requires_resource = _skipped("needs a resource of the machine")
requires_legacy_unicode_capi = requires_docstrings = unittest.skip("for CPython itself")
requires_debug_ranges = skip_if_pgo_task = skip_if_sanitizer = skip_if_buggy_ucrt_strfptime = _kept
requires_IEEE_754 = no_tracing = _kept
check_sanitizer = lambda **kinds: False
is_resource_enabled = lambda name: False


def requires(resource, msg=None):
    raise ResourceDenied(msg or f"resource {resource!r} is not enabled")


def open_urlresource(url, *args, **kwargs):
    raise ResourceDenied("there is no network")


def _requires_module(name):
    def decorate():
        try:
            __import__(name)
        except ImportError:
            return unittest.skip(f"requires {name}")
        return lambda test: test
    return lambda reason="": decorate()


requires_zlib = _requires_module("zlib")
requires_bz2 = _requires_module("bz2")
requires_lzma = _requires_module("lzma")
requires_gzip = _requires_module("gzip")


def findfile(name, subdir=None):
    parts = ("test", subdir, name) if subdir else ("test", name)
    return os.path.join(*parts)


@contextlib.contextmanager
def captured_output(name):
    old, new = getattr(sys, name), io.StringIO()
    setattr(sys, name, new)
    try:
        yield new
    finally:
        setattr(sys, name, old)


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


def captured_stdin():
    return captured_output("stdin")


@contextlib.contextmanager
def swap_attr(owner, name, value):
    had = hasattr(owner, name)
    old = getattr(owner, name, None)
    setattr(owner, name, value)
    try:
        yield old
    finally:
        if had:
            setattr(owner, name, old)
        elif hasattr(owner, name):
            delattr(owner, name)


@contextlib.contextmanager
def swap_item(owner, key, value):
    had = key in owner
    old = owner[key] if had else None
    owner[key] = value
    try:
        yield old
    finally:
        if had:
            owner[key] = old
        elif key in owner:
            del owner[key]


def patch(case, owner, name, value):
    old = getattr(owner, name)
    case.addCleanup(setattr, owner, name, old)
    setattr(owner, name, value)


class catch_unraisable_exception:
    def __init__(self):
        self.unraisable = None

    def _keep(self, unraisable):
        self.unraisable = unraisable

    def __enter__(self):
        self._old = sys.unraisablehook
        sys.unraisablehook = self._keep
        return self

    def __exit__(self, *exc):
        sys.unraisablehook = self._old
        del self.unraisable


@contextlib.contextmanager
def adjust_int_max_str_digits(limit):
    old = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(limit)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(old)


@contextlib.contextmanager
def infinite_recursion(max_depth=75):
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(max(max_depth, 20) + 100)
    try:
        yield
    finally:
        sys.setrecursionlimit(old)


def setswitchinterval(seconds):
    sys.setswitchinterval(seconds)


class SuppressCrashReport:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


def check_free_after_iterating(case, make, kind, args=()):
    # What an iterator walks through ends when it is exhausted.
    ended = []

    class Watched(kind):
        def __del__(self):
            ended.append(1)
            try:
                next(walk)
            except StopIteration:
                pass

    walk = make(Watched(*args))
    case.assertRaises(StopIteration, next, walk)
    gc_collect()
    case.assertTrue(ended)


def check_syntax_error(case, text, errtext="", *, lineno=None, offset=None):
    with case.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(text, "<test string>", "exec")
    error = caught.exception
    case.assertIsNotNone(error.lineno)
    if lineno is not None:
        case.assertEqual(error.lineno, lineno)
    case.assertIsNotNone(error.offset)
    if offset is not None:
        case.assertEqual(error.offset, offset)


def check__all__(case, module, name_of_module=None, extra=(), not_exported=()):
    names = name_of_module or (module.__name__,)
    if isinstance(names, str):
        names = (names,)
    expected = set(extra)
    for name in dir(module):
        if name.startswith("_") or name in not_exported:
            continue
        thing = getattr(module, name)
        if getattr(thing, "__module__", None) in names or (
                not hasattr(thing, "__module__") and not isinstance(thing, type(sys))):
            expected.add(name)
    case.assertCountEqual(module.__all__, expected)


def check_sizeof(case, thing, size):
    raise unittest.SkipTest("for CPython itself")


calcobjsize = calcvobjsize = lambda layout: 0


def detect_api_mismatch(one, other, *, ignore=()):
    missing = set(dir(one)) - set(dir(other)) - set(ignore)
    return {m for m in missing if not m.startswith("_") or m.endswith("__")}


def collision_stats(nbins, nballs):
    n, k = nbins, nballs
    occupied = n - n * ((n - 1) / n) ** k
    mean = k - occupied
    variance = n * (n - 1) * (1 - 2 / n) ** k + n * (1 - 1 / n) ** k - n * n * (1 - 1 / n) ** (2 * k)
    return mean, max(variance, 0) ** 0.5


def optim_args_from_interpreter_flags():
    return []


def args_from_interpreter_flags():
    return []


def run_with_locale(category, *names):
    return unittest.skip("there is one locale")


def run_with_tz(tz):
    # The simulated computer's clock is in UTC.
    return (lambda test: test) if tz.startswith("UTC") and tz in ("UTC", "UTC0") else unittest.skip("there is one time zone, UTC")


def run_in_subinterp(code):
    raise unittest.SkipTest("there are no subinterpreters")


def run_doctest(module, verbosity=None, optionflags=0):
    import doctest
    failed, ran = doctest.testmod(module, optionflags=optionflags)
    if failed:
        raise TestFailed(f"{failed} of {ran} doctests failed")
    return failed, ran


def run_unittest(*classes):
    suite = unittest.TestSuite()
    for cls in classes:
        suite.addTest(unittest.defaultTestLoader.loadTestsFromTestCase(cls))
    suite.run(unittest.TestResult())


def wait_process(pid, *, exitcode, timeout=None):
    _, status = os.waitpid(pid, 0)
    got = os.waitstatus_to_exitcode(status)
    if got != exitcode:
        raise AssertionError(f"process {pid} ended with {got}, not {exitcode}")


def subTests(names, values, /, *, _do_cleanups=False):
    names = names.replace(",", " ").split() if isinstance(names, str) else names
    one = len(names) == 1

    def decorate(test):
        @functools.wraps(test)
        def wrapper(self, /, *args, **kwargs):
            for value in values:
                given = dict(zip(names, (value,) if one else value))
                with self.subTest(**given):
                    test(self, *args, **kwargs, **given)
                if _do_cleanups:
                    self.doCleanups()
        return wrapper
    return decorate


class Matcher:
    """Compares the attributes of log records with what is asked."""

    _partial_matches = ("msg", "message")

    def matches(self, record, **asked):
        return all(self.match_value(k, record.get(k), v) for k, v in asked.items())

    def match_value(self, key, value, asked):
        if type(value) is not type(asked):
            return False
        if type(value) is not str or key not in self._partial_matches:
            return value == asked
        return value.find(asked) >= 0
