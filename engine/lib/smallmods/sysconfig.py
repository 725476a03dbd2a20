"""How the interpreter was built and where it lies: as Debian's CPython 3.11 says."""
import sys

_paths = {"stdlib": "/usr/lib/python3.11", "platstdlib": "/usr/lib/python3.11", "purelib": "/usr/lib/python3/dist-packages",
          "platlib": "/usr/lib/python3/dist-packages", "include": "/usr/include/python3.11", "scripts": "/usr/bin",
          "platinclude": "/usr/include/python3.11", "data": "/usr"}
_vars = {"Py_DEBUG": 0, "EXT_SUFFIX": ".cpython-311-x86_64-linux-gnu.so", "prefix": "/usr", "exec_prefix": "/usr",
         "py_version": "3.11.2", "py_version_short": "3.11", "py_version_nodot": "311", "abiflags": "",
         "WITH_DOC_STRINGS": 1, "HAVE_FORK": 1, "SIZEOF_VOID_P": 8, "Py_ENABLE_SHARED": 0, "HOST_GNU_TYPE": "x86_64-pc-linux-gnu"}


def get_config_var(name):
    """Return the value of a single variable, or None."""
    return _vars.get(name)


def get_config_vars(*args):
    return [_vars.get(n) for n in args] if args else dict(_vars)


def get_path(name, scheme="", vars=None, expand=True):
    return _paths[name]


def get_paths(scheme="", vars=None, expand=True):
    return dict(_paths)


def get_platform():
    return "linux-x86_64"


def get_python_version():
    return "3.11"


def is_python_build(check_home=None):
    return False
