import collections
import errno
import fnmatch
import os
import stat
import sys

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
           "SpecialFileError", "ExecError", "ReadError", "RegistryError", "ignore_patterns", "chown", "which",
           "get_terminal_size", "SameFileError", "disk_usage"]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """Source and destination are the same file."""


class SpecialFileError(OSError):
    pass


class ExecError(OSError):
    pass


class ReadError(OSError):
    pass


class RegistryError(Exception):
    pass


def copyfileobj(fsrc, fdst, length=0):
    while buf := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(buf)


def _same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    sys.audit("shutil.copyfile", src, dst)
    if _same(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as fsrc:
        try:
            fdst = open(dst, "wb")
        except IsADirectoryError as e:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from e
            raise
        with fdst:
            copyfileobj(fsrc, fdst)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    follow = follow_symlinks or not (os.path.islink(src) and os.path.islink(dst))
    st = os.stat(src, follow_symlinks=follow)
    os.utime(dst, ns=(st.st_atime_ns, st.st_mtime_ns), follow_symlinks=follow)
    if follow:
        os.chmod(dst, stat.S_IMODE(st.st_mode))


def _into(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    def _ignore_patterns(path, names):
        ignored = []
        for pattern in patterns:
            ignored.extend(fnmatch.filter(names, pattern))
        return set(ignored)
    return _ignore_patterns


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    with os.scandir(src) as it:
        entries = list(it)
    ignored = ignore(os.fspath(src), [e.name for e in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for e in entries:
        if e.name in ignored:
            continue
        source, target = os.path.join(src, e.name), os.path.join(dst, e.name)
        try:
            if e.is_symlink():
                if symlinks:
                    os.symlink(os.readlink(source), target)
                    continue
                if not os.path.exists(source) and ignore_dangling_symlinks:
                    continue
            if e.is_dir():
                copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(e if copy_function in (copy, copy2) else source, target)
        except Error as err:
            errors.extend(err.args[0])
        except OSError as why:
            errors.append((source, target, str(why)))
    try:
        copystat(src, dst)
    except OSError as why:
        errors.append((src, dst, str(why)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    if ignore_errors:
        def onerror(*args):
            pass
    elif onerror is None:
        def onerror(*args):
            raise
    try:
        if os.path.islink(path):
            raise OSError("Cannot call rmtree on a symbolic link")
    except OSError:
        onerror(os.path.islink, path, sys.exc_info())
        return
    _rmtree(path, onerror)


def _rmtree(path, onerror):
    try:
        with os.scandir(path) as it:
            entries = list(it)
    except OSError:
        onerror(os.scandir if os.path.lexists(path) else os.lstat, path, sys.exc_info())
        entries = []
        if not os.path.lexists(path):
            return
    for e in entries:
        full = os.path.join(path, e.name)
        if e.is_dir(follow_symlinks=False):
            _rmtree(full, onerror)
        else:
            try:
                os.unlink(full)
            except OSError:
                onerror(os.unlink, full, sys.exc_info())
    try:
        os.rmdir(path)
    except OSError:
        onerror(os.rmdir, path, sys.exc_info())


rmtree.avoids_symlink_attacks = True


def move(src, dst, copy_function=copy2):
    real = dst
    if os.path.isdir(dst):
        if _same(src, dst):
            os.rename(src, dst)
            return
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(real):
            raise Error("Destination path '%s' already exists" % real)
    if os.path.isdir(src) and os.path.abspath(dst).startswith(os.path.abspath(src) + "/"):
        raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
    try:
        os.rename(src, real)
    except OSError:
        if os.path.isdir(src):
            raise
        copy_function(src, real)
        os.unlink(src)
    return real


_usage = collections.namedtuple("usage", "total used free")


def disk_usage(path):
    os.stat(path)
    total = 512 << 20
    return _usage(total, 0, total)


def chown(path, user=None, group=None):
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    os.stat(path)


def get_terminal_size(fallback=(80, 24)):
    def of(name):
        try:
            return int(os.environ[name])
        except (KeyError, ValueError):
            return 0
    return os.terminal_size((of("COLUMNS") or fallback[0], of("LINES") or fallback[1]))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    def good(file):
        return os.path.exists(file) and os.access(file, mode) and not os.path.isdir(file)
    if os.path.dirname(cmd):
        return cmd if good(cmd) else None
    for d in (path or os.environ.get("PATH", os.defpath)).split(os.pathsep):
        file = os.path.join(d, cmd)
        if good(file):
            return file
    return None


def _archives(name):
    def function(*args, **kwargs):
        raise os.UnsupportedError(f"shutil.{name}() is not supported: there are no archives on this computer")
    function.__name__ = name
    return function


make_archive, unpack_archive = _archives("make_archive"), _archives("unpack_archive")
get_archive_formats = get_unpack_formats = lambda: []
