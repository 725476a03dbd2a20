_STRUCT_TM_ITEMS = 11


class struct_time(tuple):
    __module__ = "time"
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")

    def __new__(cls, iterable=(), dict={}):
        items = tuple(iterable)
        if len(items) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)")
        if len(items) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(items)}-sequence given)")
        self = tuple.__new__(cls, items[:9])
        self.tm_zone = items[9] if len(items) > 9 else dict.get("tm_zone")
        self.tm_gmtoff = items[10] if len(items) > 10 else dict.get("tm_gmtoff")
        return self

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])

    def __repr__(self):
        fields = ", ".join(f"{name}={value!r}" for name, value in zip(self.__match_args__, self))
        return f"time.struct_time({fields})"


_days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")


def _civil(days):
    # Days since 1970-01-01 to year, month, day, by eras of 400 years that begin in March.
    days += 719468
    era, doe = divmod(days, 146097)
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    month = mp + 3 if mp < 10 else mp - 9
    return yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) // 5 + 1


def _days_from_civil(y, m, d):
    y += (m - 1) // 12
    m = (m - 1) % 12 + 1
    y -= m <= 2
    era, yoe = divmod(y, 400)
    doy = (153 * (m + (-3 if m > 2 else 9)) + 2) // 5 + d - 1
    return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 719468


def _fields(seconds, zone):
    if seconds is None:
        seconds = time()
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        if not -2.0 ** 63 <= seconds < 2.0 ** 63:
            raise OverflowError("timestamp out of range for platform time_t")
        whole = int(seconds // 1)
    else:
        try:
            whole = seconds.__index__()
        except AttributeError:
            raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer") from None
        if not -2 ** 63 <= whole < 2 ** 63:
            raise OverflowError("timestamp out of range for platform time_t")
    if abs(whole) > 67768036191676799:
        raise OSError(75, "Value too large for defined data type")
    days, rest = divmod(whole, 86400)
    y, m, d = _civil(days)
    yday = days - _days_from_civil(y, 1, 1) + 1
    return struct_time((y, m, d, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, yday, 0, zone, 0))


def gmtime(seconds=None, /):
    return _fields(seconds, "GMT")


def localtime(seconds=None, /):
    return _fields(seconds, "UTC")


def _int(value):
    if not -2 ** 31 <= value < 2 ** 31:
        raise OverflowError("Python int too large to convert to C int")
    return value


def _tuple(t, name):
    """The nine numbers of a time tuple, months, days and days of the year from 1."""
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError(f"{name}(): illegal time tuple argument")
    for value in t:
        if not hasattr(value, "__index__"):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    y, mo, d, h, mi, s, wday, yday, dst = t
    if not -2 ** 31 <= y - 1900 < 2 ** 31 or not -2 ** 31 <= y < 2 ** 31:
        raise OverflowError("year out of range")
    return [y, *map(_int, (mo, d, h, mi, s, wday, yday, dst))]


def _checked(t, name):
    y, mo, d, h, mi, s, wday, yday, dst = _tuple(t, name)
    mo, d, yday = mo or 1, d or 1, yday or 1
    if not 1 <= mo <= 12:
        raise ValueError("month out of range")
    if not 1 <= d <= 31:
        raise ValueError("day of month out of range")
    if not 0 <= h <= 23:
        raise ValueError("hour out of range")
    if not 0 <= mi <= 59:
        raise ValueError("minute out of range")
    if not 0 <= s <= 61:
        raise ValueError("seconds out of range")
    if wday < -1:
        raise ValueError("day of week out of range")
    if not 1 <= yday <= 366:
        raise ValueError("day of year out of range")
    return y, mo, d, h, mi, s, wday % 7, yday, dst


def mktime(t, /):
    y, mo, d, h, mi, s = _tuple(t, "mktime")[:6]
    return float(_days_from_civil(y, mo, d) * 86400 + h * 3600 + mi * 60 + s)


def asctime(t=None, /):
    t = localtime() if t is None else _checked(t, "asctime")
    return f"{_days[t[6]][:3]} {_months[t[1] - 1][:3]} {t[2]:2d} {t[3]:02d}:{t[4]:02d}:{t[5]:02d} {t[0]}"


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def _iso_week(t):
    wday = t[6]
    week = (t[7] - 1 - wday + 10) // 7
    year = t[0]

    def weeks(y):
        p = (y + y // 4 - y // 100 + y // 400) % 7
        q = (y - 1 + (y - 1) // 4 - (y - 1) // 100 + (y - 1) // 400) % 7
        return 53 if p == 4 or q == 3 else 52

    if week < 1:
        return year - 1, weeks(year - 1)
    if week > weeks(year):
        return year + 1, 1
    return year, week


def _field(code, t, zone):
    y, mo, d, h, mi, s, wday, yday = t[:8]
    if code == "Y":
        return str(y)
    if code == "m":
        return f"{mo:02d}"
    if code == "d":
        return f"{d:02d}"
    if code == "e":
        return f"{d:2d}"
    if code == "H":
        return f"{h:02d}"
    if code == "k":
        return f"{h:2d}"
    if code == "I":
        return f"{(h + 11) % 12 + 1:02d}"
    if code == "l":
        return f"{(h + 11) % 12 + 1:2d}"
    if code == "M":
        return f"{mi:02d}"
    if code == "S":
        return f"{s:02d}"
    if code == "p":
        return "AM" if h < 12 else "PM"
    if code == "P":
        return "am" if h < 12 else "pm"
    if code == "a":
        return _days[wday][:3]
    if code == "A":
        return _days[wday]
    if code in "bh":
        return _months[mo - 1][:3]
    if code == "B":
        return _months[mo - 1]
    if code == "y":
        return f"{y % 100:02d}"
    if code == "C":
        return f"{y // 100:02d}"
    if code == "j":
        return f"{yday:03d}"
    if code == "w":
        return str((wday + 1) % 7)
    if code == "u":
        return str(wday + 1)
    if code == "U":
        return f"{(yday + 6 - (wday + 1) % 7) // 7:02d}"
    if code == "W":
        return f"{(yday + 6 - wday) // 7:02d}"
    if code == "G":
        return str(_iso_week(t)[0])
    if code == "g":
        return f"{_iso_week(t)[0] % 100:02d}"
    if code == "V":
        return f"{_iso_week(t)[1]:02d}"
    if code == "z":
        return "+0000"
    if code == "Z":
        return zone
    if code == "s":
        return str(int(mktime(t[:9])))
    if code == "n":
        return "\n"
    if code == "t":
        return "\t"
    if code == "%":
        return "%"
    nested = {"c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d",
              "T": "%H:%M:%S", "R": "%H:%M", "r": "%I:%M:%S %p"}.get(code)
    if nested is not None:
        return strftime(nested, t)
    return "%" + code


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if t is None:
        t = localtime()
    zone = getattr(t, "tm_zone", None) or "UTC"
    t = _checked(t, "strftime")
    out = []
    i, n = 0, len(format)
    while i < n:
        j = format.find("%", i)
        if j < 0 or j + 1 >= n:
            out.append(format[i:])
            break
        out.append(format[i:j])
        i = j + 1
        # As glibc has it: flags, a width, a modifier, the letter.
        flags = width = ""
        while i < n and format[i] in "-_0^#":
            flags += format[i]
            i += 1
        while i < n and format[i].isdigit():
            width += format[i]
            i += 1
        if i < n - 1 and format[i] in "EO":
            i += 1
        if i >= n:
            out.append(format[j:])
            break
        out.append(_padded(_field(format[i], t, zone), flags, width))
        i += 1
    return "".join(out)


def _padded(text, flags, width):
    number = text.strip().lstrip("+-").isdigit()
    if "-" in flags:
        text = text.lstrip("0 ") or "0" if number else text
    elif "_" in flags and number:
        text = (text.lstrip("0") or "0").rjust(len(text))
    elif "0" in flags and number:
        text = text.strip().rjust(len(text), "0")
    if "^" in flags:
        text = text.upper()
    elif "#" in flags:
        text = text.swapcase() if text.isupper() else text.upper()
    if width:
        blank = not number and "0" not in flags or "_" in flags or text.startswith(" ")
        text = text.rjust(int(width), " " if blank else "0")
    return text


def strptime(text, format="%a %b %d %H:%M:%S %Y", /):
    from _strptime import _strptime_time
    return _strptime_time(text, format)


def get_clock_info(name, /):
    from types import SimpleNamespace
    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    return SimpleNamespace(implementation="clock_gettime", monotonic=name != "time", adjustable=name == "time",
                           resolution=1e-09)


def clock_gettime(clock, /):
    return (time, monotonic, process_time, thread_time)[clock]()


def clock_gettime_ns(clock, /):
    return (time_ns, monotonic_ns, process_time_ns, thread_time_ns)[clock]()


def clock_getres(clock, /):
    """The resolution of a clock, in seconds: all of them count nanoseconds."""
    if clock not in (CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID):
        raise OSError(22, "Invalid argument")
    return 1e-09


def tzset():
    pass
