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


def gmtime(seconds=None, /):
    if seconds is None:
        seconds = time()
    whole = int(seconds // 1)
    days, rest = divmod(whole, 86400)
    y, m, d = _civil(days)
    yday = days - _days_from_civil(y, 1, 1) + 1
    return struct_time((y, m, d, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, yday, 0, "UTC", 0))


localtime = gmtime


def mktime(t, /):
    if len(t) != 9:
        raise TypeError("mktime(): illegal time tuple argument")
    y, mo, d, h, mi, s = t[:6]
    return float(_days_from_civil(y, mo, d) * 86400 + h * 3600 + mi * 60 + s)


def asctime(t=None, /):
    if t is None:
        t = localtime()
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
    if t is None:
        t = localtime()
    elif len(t) != 9:
        raise TypeError("strftime(): illegal time tuple argument")
    zone = getattr(t, "tm_zone", None) or "UTC"
    out = []
    i, n = 0, len(format)
    while i < n:
        j = format.find("%", i)
        if j < 0 or j + 1 >= n:
            out.append(format[i:])
            break
        out.append(format[i:j])
        code = format[j + 1]
        i = j + 2
        if code in "-_0" and i < n:
            text = _field(format[i], t, zone)
            i += 1
            if code == "-":
                text = text.lstrip("0 ") or "0"
            out.append(text)
        else:
            out.append(_field(code, t, zone))
    return "".join(out)


def _names(kind, text, at, table):
    for index, name in enumerate(table):
        for form in (name, name[:3]):
            if text[at:at + len(form)].lower() == form.lower():
                return index, at + len(form)
    raise ValueError(kind)


def _parse(text, format):
    """The fields that a time text holds by a strptime format."""
    found = {}
    mismatch = ValueError(f"time data {text!r} does not match format {format!r}")
    at = 0
    i, n = 0, len(format)
    widths = {"Y": 4, "m": 2, "d": 2, "H": 2, "I": 2, "M": 2, "S": 2, "y": 2, "j": 3, "f": 6, "w": 1, "u": 1}
    while i < n:
        c = format[i]
        i += 1
        if c.isspace():
            while at < len(text) and text[at].isspace():
                at += 1
            continue
        if c != "%" or i >= n:
            if at >= len(text) or text[at] != c:
                raise mismatch
            at += 1
            continue
        code = format[i]
        i += 1
        expanded = {"T": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d", "R": "%H:%M", "c": "%a %b %d %H:%M:%S %Y",
                    "x": "%m/%d/%y", "X": "%H:%M:%S"}.get(code)
        if expanded:
            format = format[:i] + expanded + format[i:]
            n = len(format)
            continue
        if code in widths:
            end = at
            while end < len(text) and end - at < widths[code] and text[end].isdigit():
                end += 1
            if end == at or code == "Y" and end - at < 4:
                raise mismatch
            digits = text[at:end]
            found[code] = int(digits.ljust(6, "0")) if code == "f" else int(digits)
            at = end
        elif code in "aA":
            try:
                found["a"], at = _names(code, text, at, _days)
            except ValueError:
                raise mismatch from None
        elif code in "bBh":
            try:
                index, at = _names(code, text, at, _months)
            except ValueError:
                raise mismatch from None
            found["m"] = index + 1
        elif code == "p":
            half = text[at:at + 2].upper()
            if half not in ("AM", "PM"):
                raise mismatch
            found["p"] = half
            at += 2
        elif code == "Z":
            for zone in ("UTC", "GMT"):
                if text[at:at + 3].upper() == zone:
                    at += 3
                    found["Z"] = zone
                    break
        elif code == "z":
            if text[at:at + 1] in ("Z", "z"):
                found["z"] = 0
                at += 1
            else:
                sign = text[at:at + 1]
                rest = text[at + 1:at + 6].replace(":", "")[:4]
                if sign not in ("+", "-") or len(rest) < 4 or not rest.isdigit():
                    raise mismatch
                at += 6 if text[at + 3:at + 4] == ":" else 5
                found["z"] = (1 if sign == "+" else -1) * (int(rest[:2]) * 3600 + int(rest[2:]) * 60)
        elif code == "%":
            if text[at:at + 1] != "%":
                raise mismatch
            at += 1
        else:
            raise ValueError(f"'{code}' is a bad directive in format '{format}'")
    if at != len(text):
        raise ValueError(f"unconverted data remains: {text[at:]}")
    return found


def strptime(text, format="%a %b %d %H:%M:%S %Y", /):
    f = _parse(text, format)
    year = f.get("Y")
    if year is None:
        year = f["y"] + (2000 if f["y"] < 69 else 1900) if "y" in f else 1900
    hour = f.get("H")
    if hour is None:
        hour = f.get("I", 0)
        if "p" in f:
            hour = hour % 12 + (12 if f["p"] == "PM" else 0)
    month, day = f.get("m", 1), f.get("d", 1)
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and f.get("M", 0) < 60 and f.get("S", 0) < 62):
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    days = _days_from_civil(year, month, day)
    if _civil(days)[1] != month:
        raise ValueError("day is out of range for month")
    yday = days - _days_from_civil(year, 1, 1) + 1
    return struct_time((year, month, day, hour, f.get("M", 0), f.get("S", 0), (days + 3) % 7, yday, -1, f.get("Z"),
                        f.get("z")))


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
