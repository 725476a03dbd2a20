# A profile is of real time. Here time is virtual, and the recording says how long each function ran and waited.

from os import UnsupportedError

__all__ = ["run", "runctx", "Profile"]


def _refuse(name):
    raise UnsupportedError(f"profile.{name}() is not supported: the timeline shows where the time goes, and time.perf_counter() around a call measures it")


def run(statement, filename=None, sort=-1):
    _refuse("run")


def runctx(statement, globals, locals, filename=None, sort=-1):
    _refuse("runctx")


class Profile:
    def __init__(self, *args, **kwargs):
        _refuse("Profile")
