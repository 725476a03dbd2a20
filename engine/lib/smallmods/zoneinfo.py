# Time zones by name need a database of their rules, half a megabyte of it, which is not here. UTC needs none.

from datetime import timedelta as _timedelta, tzinfo as _tzinfo
from os import UnsupportedError as _UnsupportedError

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

TZPATH = ()
_UTC_NAMES = {"UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu"}


class ZoneInfoNotFoundError(KeyError):
    """Exception raised when a ZoneInfo key is not found."""


class InvalidTZPathWarning(RuntimeWarning):
    """Warning raised if an invalid path is specified in PYTHONTZPATH."""


class ZoneInfo(_tzinfo):
    _known = {}

    def __new__(cls, key):
        if cls is ZoneInfo and key in cls._known:
            return cls._known[key]
        self = cls.no_cache(key)
        if cls is ZoneInfo:
            cls._known[key] = self
        return self

    @classmethod
    def no_cache(cls, key):
        if key not in _UTC_NAMES:
            raise _UnsupportedError(f"ZoneInfo({key!r}): there is no time zone database here, only UTC: use "
                                    "datetime.timezone(timedelta(hours=...)), or a subclass of tzinfo with the zone's rule")
        self = _tzinfo.__new__(cls)
        self._key = key
        return self

    @classmethod
    def from_file(cls, fobj, /, key=None):
        raise _UnsupportedError("ZoneInfo.from_file() is not supported: use datetime.timezone, or a subclass of tzinfo")

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._known) if only_keys is None else only_keys:
            cls._known.pop(key, None)

    @property
    def key(self):
        return self._key

    def utcoffset(self, dt, /):
        return _timedelta(0)

    def dst(self, dt, /):
        return _timedelta(0)

    def tzname(self, dt, /):
        return self._key.rpartition("/")[2] if "UCT" in self._key else "UTC"

    def fromutc(self, dt, /):
        return dt

    def __str__(self):
        return self._key

    def __repr__(self):
        return f"{type(self).__module__}.{type(self).__qualname__}(key={self._key!r})"

    def __reduce__(self):
        return type(self), (self._key,)


def available_timezones():
    return set(_UTC_NAMES)


def reset_tzpath(to=None):
    raise _UnsupportedError("zoneinfo.reset_tzpath() is not supported: there is no time zone database here")
