import time as _time
from sys import _label

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]
MINYEAR = 1
MAXYEAR = 9999
_days_before = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_month_names = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_day_names = (None, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return (31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _ymd2ord(year, month, day):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400 + _days_before[month] + (month > 2 and _is_leap(year)) + day


def _ord2ymd(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 1
    while n >= _days_in_month(year, month):
        n -= _days_in_month(year, month)
        month += 1
    return year, month, n + 1


def _index(value):
    if isinstance(value, int):
        return value
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return method(value)


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    values = [_index(v) for v in (hour, minute, second, microsecond)]
    for value, limit, name in zip(values, (23, 59, 59, 999999), ("hour", "minute", "second", "microsecond")):
        if not 0 <= value <= limit:
            raise ValueError(f"{name} must be in 0..{limit}")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return values


def _check_tz(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _sum(whole, *parts):
    """A whole number and floats, rounded once: to the nearest, of two as near to the even one."""
    from fractions import Fraction
    return round(whole + sum(map(Fraction, parts)))


def _offset_of(name, tz, dt):
    """What a zone says of a time: None or a timedelta of less than a day."""
    if tz is None:
        return None
    offset = getattr(tz, name)(dt)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or timedelta, not '{_full(offset)}'")
    if not -86400_000000 < offset._us() < 86400_000000:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _name_of(tz, dt):
    if tz is None:
        return None
    name = tz.tzname(dt)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_full(name)}'")
    return name


def _full(value):
    cls = type(value)
    return f"datetime.{cls.__name__}" if cls in (timedelta, date, time, datetime) else cls.__name__


def _spec(spec):
    if not isinstance(spec, str):
        raise TypeError(f"must be str, not {type(spec).__name__}")
    return spec


def _div_half_even(a, b):
    q, r = divmod(a, b)
    r *= 2
    if (r > b if b > 0 else r < b) or r == b and q % 2 == 1:
        q += 1
    return q


class timedelta:
    __slots__ = ("_days", "_seconds", "_microseconds")
    __module__ = "datetime"

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        # Whole parts are exact; fractions are added up and rounded once.
        total = 0
        rest = []
        for value, unit, name in ((days, 86400_000000, "days"), (seconds, 1_000000, "seconds"),
                                  (microseconds, 1, "microseconds"), (milliseconds, 1000, "milliseconds"),
                                  (minutes, 60_000000, "minutes"), (hours, 3600_000000, "hours"),
                                  (weeks, 604800_000000, "weeks")):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                total += whole * unit
                rest.append((value - whole) * unit)
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        return cls._of(_sum(total, *rest) if rest else total)

    @classmethod
    def _of(cls, us):
        days, us = divmod(us, 86400_000000)
        if not -2**31 <= days < 2**31:
            raise OverflowError("Python int too large to convert to C int")
        if abs(days) > 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days = days
        self._seconds, self._microseconds = divmod(us, 1000000)
        return self

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def _us(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        return self._us() / 10**6

    def __repr__(self):
        parts = [f"{n}={v}" for n, v in (("days", self._days), ("seconds", self._seconds),
                                         ("microseconds", self._microseconds)) if v]
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(parts) or '0'})"

    def __str__(self):
        mm, ss = divmod(self._seconds, 60)
        hh, mm = divmod(mm, 60)
        s = f"{hh}:{mm:02d}:{ss:02d}"
        if self._days:
            s = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, " + s
        if self._microseconds:
            s += f".{self._microseconds:06d}"
        return s

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._us() + other._us())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._us() - other._us())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return other - self
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._us())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._us() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_div_half_even(self._us() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us() // other._us()
        if isinstance(other, int):
            return timedelta._of(self._us() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us() / other._us()
        if isinstance(other, int):
            return timedelta._of(_div_half_even(self._us(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_div_half_even(b * self._us(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._us() % other._us())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._us(), other._us())
            return q, timedelta._of(r)
        return NotImplemented

    def __eq__(self, other):
        return self._us() == other._us() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us() < other._us() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us() <= other._us() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us() > other._us() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us() >= other._us() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._us() != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    __module__ = "datetime"
    __slots__ = ()

    def __reduce__(self):
        args = getattr(self, "__getinitargs__", tuple)()
        return self.__class__, args, self.__getstate__()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + dst


def _offset_text(offset, sep=":"):
    if offset is None:
        return ""
    sign = "-" if offset.days < 0 else "+"
    offset = abs(offset)
    hh, mm = divmod(offset._us(), 3600_000000)
    mm, ss = divmod(mm, 60_000000)
    s = f"{sign}{hh:02d}{sep}{mm:02d}"
    if ss:
        s += f"{sep}{ss // 1000000:02d}"
        if ss % 1000000:
            s += f".{ss % 1000000:06d}"
    return s


class timezone(tzinfo):
    __module__ = "datetime"
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=...):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_full(offset)}")
        if name is ...:
            name = None
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -timedelta(hours=24) < offset < timedelta(hours=24):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        if name is None and not offset and "utc" in cls.__dict__:
            return cls.utc
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return self.__class__, self.__getinitargs__()

    def _check(self, name, dt):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {_full(dt)}")

    def utcoffset(self, dt):
        self._check("utcoffset", dt)
        return self._offset

    def tzname(self, dt):
        self._check("tzname", dt)
        if self._name is not None:
            return self._name
        return "UTC" + (_offset_text(self._offset) if self._offset else "")

    def dst(self, dt):
        self._check("dst", dt)
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)


timezone.utc = UTC = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _strftime(obj, format, timetuple):
    out = []
    i = 0
    while i < len(format):
        if format[i] == "%" and i + 1 < len(format) and format[i + 1] in "fzZ":
            code = format[i + 1]
            if code == "f":
                out.append(f"{getattr(obj, 'microsecond', 0):06d}")
            elif code == "z":
                out.append(_offset_text(obj.utcoffset(), "") if hasattr(obj, "utcoffset") else "")
            else:
                out.append((hasattr(obj, "tzname") and obj.tzname() or "").replace("%", "%%"))
            i += 2
        elif format[i] == "%" and i + 1 < len(format):
            out.append(format[i:i + 2])
            i += 2
        else:
            out.append(format[i])
            i += 1
    return _time.strftime("".join(out), timetuple)


class date:
    __slots__ = ("_year", "_month", "_day")
    __module__ = "datetime"

    def __new__(cls, year, month=None, day=None):
        if month is None and isinstance(year, (bytes, str)) and len(year) == 4 and 1 <= (year[2] if isinstance(year, bytes) else ord(year[2])) <= 12:
            year, month, day = _unpack(year, 4)
        if month is None or day is None:
            _index(year)
            raise TypeError("function missing required argument '%s' (pos %d)" % (("month", 2) if month is None else ("day", 3)))
        year, month, day = _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromtimestamp(cls, t):
        return cls(*_time.localtime(t)[:3])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        n = _index(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > 3652059:
            raise ValueError("year is out of range")
        return cls(*_ord2ymd(n))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        week = text[5:] if text[4:6] == "-W" else text[4:] if text[4:5] == "W" else None
        if week is not None and text[:4].isdigit() and week[1:3].isdigit():
            day = week[4:] if text[4] == "-" and week[3:4] == "-" else week[3:]
            if len(week) == 3 or len(day) == 1 and day.isdigit() and len(week) == (5 if text[4] == "-" else 4):
                return cls.fromisocalendar(int(text[:4]), int(week[1:3]), int(day or 1))
        digits = text.replace("-", "") if len(text) == 10 else text
        if len(text) not in (8, 10) or len(digits) != 8 or not digits.isdigit():
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(int(digits[:4]), int(digits[4:6]), int(digits[6:]))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day with an ISO year, week (1-53) and day of the week (1-7)."""
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        first = _ymd2ord(year, 1, 4)  # always in week 1
        first -= (first + 6) % 7
        if not 1 <= week <= 52 and not (week == 53 and date(year, 12, 28).isocalendar()[1] == 53):
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid day: {day} (range is [1, 7])")
        return cls(*_ord2ymd(first + (week - 1) * 7 + day - 1))

    def __repr__(self):
        return f"{type(self).__module__}.{type(self).__qualname__}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        return f"{_day_names[self.isoweekday()]} {_month_names[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def __format__(self, spec):
        return self.strftime(spec) if _spec(spec) else str(self)

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yday(), -1))

    def _yday(self):
        return self.toordinal() - _ymd2ord(self._year, 1, 1) + 1

    def toordinal(self):
        return _ymd2ord(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        thursday = self.toordinal() + 4 - self.isoweekday()
        year = _ord2ymd(thursday)[0]
        return IsoCalendarDate((year, (thursday - _ymd2ord(year, 1, 1)) // 7 + 1, self.isoweekday()))

    def _key(self):
        return (self._year, self._month, self._day)

    def _comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other.days
            if not 0 < n <= 3652059:
                raise OverflowError("date value out of range")
            return type(self).fromordinal(n)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return self.__class__, (_pack(self._year, self._month, self._day),)


def _pack(year, month, day):
    # The state of a pickled date: the year's two bytes, then month and day.
    return bytes((year >> 8, year & 255, month, day))


def _unpack(state, size):
    if isinstance(state, str):
        state = state.encode("latin1")
    if len(state) != size:
        raise TypeError("an integer is required")
    return state[0] << 8 | state[1], state[2], state[3]


def _pack_time(t, protocol):
    hour = t._hour + 128 if t._fold and protocol > 3 else t._hour
    us = t._microsecond
    return bytes((hour, t._minute, t._second, us >> 16, us >> 8 & 255, us & 255))


def _unpack_time(state):
    if isinstance(state, str):
        state = state.encode("latin1")
    hour, minute, second, high, middle, low = state
    return hour & 127, minute, second, high << 16 | middle << 8 | low, hour >> 7


class IsoCalendarDate(tuple):
    __module__ = "datetime"
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


def _time_text(hour, minute, second, us, timespec="auto"):
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    formats = {"hours": "{:02d}", "minutes": "{:02d}:{:02d}", "seconds": "{:02d}:{:02d}:{:02d}",
               "milliseconds": "{:02d}:{:02d}:{:02d}.{:03d}", "microseconds": "{:02d}:{:02d}:{:02d}.{:06d}"}
    if timespec not in formats:
        raise ValueError("Unknown timespec value")
    return formats[timespec].format(hour, minute, second, us // 1000 if timespec == "milliseconds" else us)


class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")
    __module__ = "datetime"

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, (bytes, str)):
            tzinfo = minute or None
            hour, minute, second, microsecond, fold = _unpack_time(hour)
        values = _check_time(hour, minute, second, microsecond, fold)
        _check_tz(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = values
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def utcoffset(self):
        return _offset_of("utcoffset", self._tzinfo, None)

    def tzname(self):
        return _name_of(self._tzinfo, None)

    def dst(self):
        return _offset_of("dst", self._tzinfo, None)

    def isoformat(self, timespec="auto"):
        return _time_text(self._hour, self._minute, self._second, self._microsecond, timespec) + \
            _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        s = f", {self._second}, {self._microsecond}" if self._microsecond else f", {self._second}" if self._second else ""
        s = f"{type(self).__module__}.{type(self).__qualname__}({self._hour}, {self._minute}{s}"
        if self._tzinfo is not None:
            s += f", tzinfo={self._tzinfo!r}"
        return s + (", fold=1)" if self._fold else ")")

    def strftime(self, format):
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, spec):
        return self.strftime(spec) if _spec(spec) else str(self)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            t = datetime.fromisoformat("2000-01-01T" + text.removeprefix("T"))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        return cls(t.hour, t.minute, t.second, t.microsecond, t.tzinfo)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _key(self):
        us = self._plain()
        offset = self.utcoffset()
        return us - offset._us() if offset is not None else us

    def _plain(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return self._plain() == other._plain()
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def _compare(self, other):
        if self._tzinfo is other._tzinfo:
            return self._plain() - other._plain()
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key() - other._key()

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        if self._fold:
            return hash(self.replace(fold=0))
        return hash(self._key())

    def __reduce_ex__(self, protocol):
        state = _pack_time(self, protocol)
        return self.__class__, (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


class datetime(date):
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")
    __module__ = "datetime"

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(year, (bytes, str)):
            state, tzinfo = year, month
            year, month, day = _unpack(state[:4], 4)
            hour, minute, second, microsecond, fold = _unpack_time(state[4:])
        year, month, day = _check_date(year, month, day)
        values = _check_time(hour, minute, second, microsecond, fold)
        _check_tz(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = values
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromtimestamp(cls, t, tz=None):
        _check_tz(tz)
        _time.localtime(t)  # refuses what is no time, or too far away
        us = round(t * 1000000) if isinstance(t, float) else t * 1000000
        if not -62135596800_000000 <= us < 253402300800_000000:
            year = _time.localtime(t).tm_year
            raise ValueError(f"year {year} is out of range")
        self = cls._of_us(us + _ymd2ord(1970, 1, 1) * 86400_000000)
        if tz is not None:
            return tz.fromutc(self.replace(tzinfo=tz))
        return self

    @classmethod
    def _of_us(cls, us, tz=None):
        days, us = divmod(us, 86400_000000)
        if not 0 < days <= 3652059:
            raise OverflowError("date value out of range")
        seconds, us = divmod(us, 1000000)
        return cls(*_ord2ymd(days), seconds // 3600, seconds // 60 % 60, seconds % 60, us, tz)

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls.fromtimestamp(t)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time_ns() // 1000 / 1000000, tz)

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {_full(date)}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {_full(time)}")
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        bad = ValueError(f"Invalid isoformat string: {text!r}")
        cut = 10 if text[4:5] == "-" else 8
        if text[4:6] == "-W" and (text[8:9] != "-" or text[10:11].isdigit()):
            cut = 8
        elif text[4:5] == "W":  # the day is there when what follows the separator leaves pairs of digits
            digits = 7
            while text[digits:digits + 1].isdigit():
                digits += 1
            cut = digits if digits < 9 else 7 + digits % 2
        try:
            day = date.fromisoformat(text[:cut])
            rest = text[cut + 1:]
            tz = None
            if rest.endswith("Z"):
                rest, tz = rest[:-1], timezone.utc
            else:
                for sign in "+-":
                    if sign in rest:
                        rest, _, offset = rest.partition(sign)
                        parts = offset.split(":") if ":" in offset else [offset[i:i + 2] for i in range(0, len(offset), 2)]
                        delta = timedelta(hours=int(parts[0]), minutes=int(parts[1]) if len(parts) > 1 else 0,
                                          seconds=float(parts[2]) if len(parts) > 2 else 0)
                        tz = timezone(-delta if sign == "-" else delta)
                        break
            us = 0
            main, dot, fraction = rest.replace(",", ".").partition(".")
            if dot:
                if not fraction.isdigit():
                    raise bad
                us = int(fraction[:6].ljust(6, "0"))
            parts = main.split(":") if ":" in main else [main[i:i + 2] for i in range(0, len(main), 2)]
            if any(len(p) != 2 or not p.isdigit() for p in parts) or len(parts) > 3 or len(text) > cut and not parts:
                raise bad
            values = list(map(int, parts)) + [0] * (3 - len(parts))
        except (ValueError, IndexError):
            raise bad from None
        return cls(day.year, day.month, day.day, *values, us, tz)

    @classmethod
    def strptime(cls, text, format):
        from _strptime import _strptime_datetime
        return _strptime_datetime(cls, text, format)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def timetuple(self):
        dst = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), self._yday(), -1 if dst is None else int(bool(dst))))

    def utctimetuple(self):
        offset = self.utcoffset()
        d = self - offset if offset else self
        return _time.struct_time((*d.timetuple()[:8], 0))

    def _local_us(self):
        return (self.toordinal() * 86400 + (self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def timestamp(self):
        us = self._local_us() - _ymd2ord(1970, 1, 1) * 86400_000000
        offset = self.utcoffset()
        if offset is not None:
            us -= offset._us()
        return us / 1000000

    def utcoffset(self):
        return _offset_of("utcoffset", self._tzinfo, self)

    def tzname(self):
        return _name_of(self._tzinfo, self)

    def dst(self):
        return _offset_of("dst", self._tzinfo, self)

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone(timedelta(0), "UTC")
        elif not isinstance(tz, tzinfo):
            raise TypeError(f"tz argument must be an instance of tzinfo, not {type(tz).__name__}")
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset() or timedelta(0)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        def pick(new, old):
            return old if new is None else new
        return type(self)(pick(year, self._year), pick(month, self._month), pick(day, self._day),
                          pick(hour, self._hour), pick(minute, self._minute), pick(second, self._second),
                          pick(microsecond, self._microsecond), self._tzinfo if tzinfo is True else tzinfo,
                          fold=pick(fold, self._fold))

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _time_text(self._hour, self._minute, self._second, self._microsecond,
                                                       timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        values = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if values[-1] == 0:
            del values[-1]
            if values[-1] == 0:
                del values[-1]
        s = f"{type(self).__module__}.{type(self).__qualname__}({', '.join(map(str, values))}"
        if self._tzinfo is not None:
            s += f", tzinfo={self._tzinfo!r}"
        return s + (", fold=1)" if self._fold else ")")

    def ctime(self):
        return (f"{_day_names[self.isoweekday()]} {_month_names[self._month]} {self._day:2d} "
                f"{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}")

    def _comparable(self, other):
        return isinstance(other, datetime)

    def _key(self):
        us = self._local_us()
        offset = self.utcoffset()
        return us - offset._us() if offset is not None else us

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return self._local_us() == other._local_us()
        mine, its = self.utcoffset(), other.utcoffset()
        # A time that its zone's offset for the other fold would move is equal to no time of another zone.
        if mine != self.replace(fold=not self._fold).utcoffset() or its != other.replace(fold=not other._fold).utcoffset():
            return False
        return (mine is None) == (its is None) and self._key() == other._key()

    def _order(self, other):
        if self._tzinfo is other._tzinfo:
            return self._local_us() - other._local_us()
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._key() - other._key()

    def _refuse(self, other):
        if isinstance(other, date):
            raise TypeError(f"can't compare {type(self).__module__}.{type(self).__qualname__} to "
                            f"{type(other).__module__}.{type(other).__qualname__}")
        return NotImplemented

    def __lt__(self, other):
        return self._order(other) < 0 if isinstance(other, datetime) else self._refuse(other)

    def __le__(self, other):
        return self._order(other) <= 0 if isinstance(other, datetime) else self._refuse(other)

    def __gt__(self, other):
        return self._order(other) > 0 if isinstance(other, datetime) else self._refuse(other)

    def __ge__(self, other):
        return self._order(other) >= 0 if isinstance(other, datetime) else self._refuse(other)

    def __hash__(self):
        if self._fold:
            return hash(self.replace(fold=0))
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._of_us(self._local_us() + other._us(), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return timedelta._of(self._local_us() - other._local_us())
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(self._key() - other._key())

    def __reduce_ex__(self, protocol):
        state = _pack(self._year, self._month, self._day) + _pack_time(self, protocol)
        return self.__class__, (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


_date_class, _time_class = date, time
for _cls in (timedelta, tzinfo, timezone, date, time, datetime, IsoCalendarDate):
    _label(_cls, "datetime." + _cls.__name__)
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
time.min, time.max, time.resolution = time(0), time(23, 59, 59, 999999), timedelta(microseconds=1)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
