"""The parsing half of strftime's language: a format becomes a regular expression, what it finds becomes fields."""
import re
import time as _time
from datetime import date as _date, timedelta as _timedelta, timezone as _timezone

__all__ = []

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")
_ISO_WEEKDAY = "a weekday directive ('%A', '%a', '%w', or '%u')."


def _choice(names):
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_WEEK = r"5[0-3]|[0-4]\d|\d"
_PATTERNS = {
    "d": r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]",
    "f": r"[0-9]{1,6}",
    "H": r"2[0-3]|[0-1]\d|\d",
    "I": r"1[0-2]|0[1-9]|[1-9]",
    "G": r"\d\d\d\d",
    "j": r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]",
    "m": r"1[0-2]|0[1-9]|[1-9]",
    "M": r"[0-5]\d|\d",
    "S": r"6[0-1]|[0-5]\d|\d",
    "U": _WEEK, "W": _WEEK,
    "w": r"[0-6]",
    "u": r"[1-7]",
    "V": r"5[0-3]|0[1-9]|[1-4]\d|\d",
    "y": r"\d\d",
    "Y": r"\d\d\d\d",
    "z": r"[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z)",
    "A": _choice(_WEEKDAYS), "a": _choice([n[:3] for n in _WEEKDAYS]),
    "B": _choice(_MONTHS), "b": _choice([n[:3] for n in _MONTHS]),
    "p": "am|pm",
    "Z": _choice({"utc", "gmt", *(n.lower() for n in _time.tzname)}),
}
_COMBINED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_cache = {}


def _compile(format):
    try:
        return _cache[format]
    except KeyError:
        pass
    text = re.sub(r"([\\.^$*+?\(\){}\[\]|])", r"\\\1", format)
    text = re.sub(r"\s+", r"\\s+", text)
    out, i = "", 0
    while (j := text.find("%", i)) >= 0:
        out += text[i:j]
        code = text[j + 1:j + 2]
        if not code:
            raise ValueError("stray %% in format '%s'" % format) from None
        i = j + 2
        if code in _COMBINED:
            text, i = re.sub(r"\s+", r"\\s+", _COMBINED[code]) + text[i:], 0
        elif code == "%":
            out += "%"
        elif code in _PATTERNS:
            out += f"(?P<{code}>{_PATTERNS[code]})"
        else:
            bad = text[j + 1:j + 3] if code == "\\" else code
            raise ValueError("'%s' is a bad directive in format '%s'" % (bad.replace("\\s", "") or "\\", format)) from None
    if len(_cache) > 20:
        _cache.clear()
    try:
        _cache[format] = pattern = re.compile(out + text[i:], re.IGNORECASE)
    except IndexError:
        raise ValueError("stray %% in format '%s'" % format) from None
    return pattern


def _offset(z):
    """Seconds and microseconds of an offset."""
    if z == "Z":
        return 0, 0
    if z[3] == ":":
        z = z[:3] + z[4:]
        if len(z) > 5:
            if z[5] != ":":
                raise ValueError(f"Inconsistent use of : in {z[:3]}:{z[3:]}")
            z = z[:5] + z[6:]
    seconds = int(z[1:3]) * 3600 + int(z[3:5]) * 60 + int(z[5:7] or 0)
    micro = int((z[8:] + "000000")[:6])
    return (-seconds, -micro) if z[0] == "-" else (seconds, micro)


def _week_day(year, week, weekday, monday):
    """The day of the year of a weekday (0 is Monday) in week %W (monday) or %U."""
    first = _date(year, 1, 1).weekday()
    if not monday:
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    before = (7 - first) % 7  # days before week 1
    if week == 0:
        return 1 + weekday - first
    return 1 + before + 7 * (week - 1) + weekday


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    for index, arg in enumerate([data_string, format]):
        if not isinstance(arg, str):
            raise TypeError("strptime() argument {} must be str, not {}".format(index, type(arg)))
    m = _compile(format).match(data_string)
    if not m:
        raise ValueError("time data %r does not match format %r" % (data_string, format))
    if len(data_string) != m.end():
        raise ValueError("unconverted data remains: %s" % data_string[m.end():])
    f = m.groupdict()
    number = {code: int(f[code]) for code in "dHIjmMSUWwuVyYG" if code in f}
    year = number.get("Y")
    if "y" in number:
        year = number["y"] + (2000 if number["y"] <= 68 else 1900)
    month, day = number.get("m", 1), number.get("d", 1)
    if "B" in f:
        month = _MONTHS.index(f["B"].lower()) + 1
    elif "b" in f:
        month = [n[:3] for n in _MONTHS].index(f["b"].lower()) + 1
    hour = number.get("H", 0)
    if "I" in number:
        hour = number["I"] % 12 + (12 if f.get("p", "").lower() == "pm" else 0)
    fraction = int(f["f"].ljust(6, "0")) if "f" in f else 0
    weekday = None
    if "A" in f:
        weekday = _WEEKDAYS.index(f["A"].lower())
    elif "a" in f:
        weekday = [n[:3] for n in _WEEKDAYS].index(f["a"].lower())
    elif "w" in number:
        weekday = (number["w"] - 1) % 7
    elif "u" in number:
        weekday = number["u"] - 1
    gmtoff, gmtoff_fraction = _offset(f["z"]) if "z" in f else (None, 0)
    tz, zone = -1, None
    if "Z" in f:
        zone = f["Z"]
        if zone.lower() in ("utc", "gmt") or _time.tzname[0].lower() == zone.lower():
            tz = 0
        else:
            tz = 1
    julian, iso_year, iso_week = number.get("j"), number.get("G"), number.get("V")
    if iso_year is not None:
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and " + _ISO_WEEKDAY)
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
    elif iso_week is not None:
        if weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and " + _ISO_WEEKDAY)
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    leap_day = year is None and month == 2 and day == 29
    if leap_day:
        year = 1904  # the first after 1900 that has the day
    elif year is None and iso_year is None:
        year = 1900
    if julian is None and weekday is not None:
        if "U" in number or "W" in number:
            monday = "W" in number
            julian = _week_day(year, number["W" if monday else "U"], weekday, monday)
        elif iso_year is not None:
            at = _date.fromisocalendar(iso_year, iso_week, weekday + 1)
            year = iso_year  # a day of the next year keeps its number after this one's last
            julian = at.toordinal() - _date(year, 1, 1).toordinal() + 1
        if julian is not None and julian <= 0:
            year -= 1
            julian += _date(year, 12, 31).timetuple().tm_yday
    if julian is None:
        julian = _date(year, month, day).toordinal() - _date(year, 1, 1).toordinal() + 1
    else:
        at = _date.fromordinal(julian - 1 + _date(year, 1, 1).toordinal())
        year, month, day = at.year, at.month, at.day
    if weekday is None:
        weekday = _date(year, month, day).weekday()
    if leap_day:
        year = 1900
    return ((year, month, day, hour, number.get("M", 0), number.get("S", 0), weekday, julian, tz, zone, gmtoff), fraction, gmtoff_fraction)


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    return _time.struct_time(_strptime(data_string, format)[0][:_time._STRUCT_TM_ITEMS])


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    fields, fraction, gmtoff_fraction = _strptime(data_string, format)
    zone, gmtoff = fields[-2:]
    args = fields[:6] + (fraction,)
    if gmtoff is not None:
        offset = _timedelta(seconds=gmtoff, microseconds=gmtoff_fraction)
        args += (_timezone(offset, zone) if zone else _timezone(offset),)
    return cls(*args)
