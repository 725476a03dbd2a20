"""Files in tests."""

import contextlib
import os
import shutil
import tempfile
import unittest
import warnings

TESTFN = TESTFN_ASCII = "@test_tmp"
TESTFN_NONASCII = TESTFN_UNICODE = FS_NONASCII = "@test_tmp\u00e6"
TESTFN_UNENCODABLE = TESTFN_UNDECODABLE = None
SAVEDCWD = os.getcwd()
_longpath = lambda path: path


def unlink(name):
    try:
        os.unlink(name)
    except (FileNotFoundError, NotADirectoryError):
        pass


def rmdir(name):
    try:
        os.rmdir(name)
    except FileNotFoundError:
        pass


def rmtree(path):
    try:
        shutil.rmtree(path)
    except FileNotFoundError:
        pass


def create_empty_file(name):
    os.close(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC))


def make_bad_fd():
    file = open(TESTFN, "wb")
    try:
        return file.fileno()
    finally:
        file.close()
        unlink(TESTFN)


def can_symlink():
    return hasattr(os, "symlink")


def can_chmod():
    return hasattr(os, "chmod")


def fs_is_case_insensitive(directory):
    return False


def skip_unless_symlink(test):
    return test if can_symlink() else unittest.skip("there are no symbolic links")(test)


def skip_unless_working_chmod(test):
    return test if can_chmod() else unittest.skip("there is no os.chmod")(test)


def skip_if_dac_override(test):
    return test


skip_unless_dac_override = skip_unless_xattr = unittest.skip("there are no rights of other users")


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    made = tempfile.mkdtemp() if path is None else path
    if path is not None:
        os.mkdir(path)
    try:
        yield made
    finally:
        rmtree(made)


@contextlib.contextmanager
def change_cwd(path, quiet=False):
    old = os.getcwd()
    try:
        os.chdir(os.path.realpath(path))
    except OSError as error:
        if not quiet:
            raise
        warnings.warn(f"unable to change the current directory to {path!r}: {error}", RuntimeWarning, stacklevel=3)
    try:
        yield os.getcwd()
    finally:
        os.chdir(old)


@contextlib.contextmanager
def temp_cwd(name="tempcwd", quiet=False):
    with temp_dir(path=name, quiet=quiet) as path, change_cwd(path, quiet=quiet) as cwd:
        yield cwd


@contextlib.contextmanager
def temp_umask(umask):
    old = os.umask(umask)
    try:
        yield
    finally:
        os.umask(old)


@contextlib.contextmanager
def open_dir_fd(path):
    fd = os.open(path, os.O_RDONLY)
    try:
        yield fd
    finally:
        os.close(fd)


class FakePath:
    """An object that is a path only by __fspath__; an exception given as its path is raised."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"<FakePath {self.path!r}>"

    def __fspath__(self):
        if isinstance(self.path, BaseException) or isinstance(self.path, type) and issubclass(self.path, BaseException):
            raise self.path
        return self.path


class EnvironmentVarGuard:
    """os.environ, restored when the block ends."""

    def __init__(self):
        self._old = {}

    def _keep(self, name):
        self._old.setdefault(name, os.environ.get(name))

    def __getitem__(self, name):
        return os.environ[name]

    def __setitem__(self, name, value):
        self._keep(name)
        os.environ[name] = value

    def __delitem__(self, name):
        self._keep(name)
        os.environ.pop(name, None)

    def keys(self):
        return os.environ.keys()

    def __iter__(self):
        return iter(os.environ)

    def __len__(self):
        return len(os.environ)

    def get(self, name, default=None):
        return os.environ.get(name, default)

    def set(self, name, value):
        self[name] = value

    def unset(self, name):
        del self[name]

    def copy(self):
        return dict(os.environ)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        for name, value in self._old.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
