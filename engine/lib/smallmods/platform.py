"""The platform: that of the simulated computer."""
import sys
from collections import namedtuple

uname_result = namedtuple("uname_result", "system node release version machine processor")


def uname():
    return uname_result("Linux", "loopscope", "6.1.0", "#1 SMP", "x86_64", "")


def system():
    return "Linux"


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return "x86_64"


def processor():
    return ""


def architecture(executable=None, bits="", linkage=""):
    return "64bit", "ELF"


def platform(aliased=False, terse=False):
    return "Linux-6.1.0-x86_64-with-glibc2.36"


def python_implementation():
    return "CPython"


def python_version():
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    return tuple(map(str, sys.version_info[:3]))


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return "main", "Mar 13 2023 12:18:29"


def python_compiler():
    return "GCC 12.2.0"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return "glibc", "2.36"


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine
