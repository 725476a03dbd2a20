# Zones: fixed offsets, a zone of one's own with daylight saving, fold, and conversion between them.
from datetime import datetime, time, timedelta, timezone, tzinfo


class Zone(tzinfo):
    """One hour ahead of UTC; two between the last Sundays of March and October, at 01:00 UTC."""

    def _summer(self, dt):
        def last_sunday(month):
            day = datetime(dt.year, month, 31)
            return day - timedelta(days=(day.weekday() + 1) % 7)
        naive = dt.replace(tzinfo=None)
        start, end = last_sunday(3).replace(hour=2), last_sunday(10).replace(hour=3)
        if start + timedelta(hours=1) <= naive < end - timedelta(hours=1):
            return True
        if end - timedelta(hours=1) <= naive < end:
            return not dt.fold
        if start <= naive < start + timedelta(hours=1):
            return bool(dt.fold)
        return False

    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if dt is not None and self._summer(dt) else timedelta(0)

    def tzname(self, dt):
        return "SUMMER" if dt is not None and self._summer(dt) else "WINTER"

    def fromutc(self, dt):
        winter = dt + timedelta(hours=1)
        if self._summer((dt + timedelta(hours=2)).replace(fold=0)):
            return dt + timedelta(hours=2)
        return winter.replace(fold=int(self._summer(winter.replace(fold=0))))


z = Zone()
utc = timezone.utc
for h in range(-1, 3):
    u = datetime(2024, 10, 27, tzinfo=utc) + timedelta(hours=h)
    l = u.astimezone(z)
    print(l, l.fold, l.tzname(), l.astimezone(utc) == u, l.dst(), l.timetuple().tm_isdst)
a = datetime(2024, 3, 31, 1, 30, tzinfo=z)
print(a + timedelta(hours=1), (a + timedelta(hours=1)).utcoffset(), (a.astimezone(utc) + timedelta(hours=1)).astimezone(z))
b, c = datetime(2024, 10, 27, 2, 30, tzinfo=z), datetime(2024, 10, 27, 2, 30, tzinfo=z, fold=1)
print(b == c, b - c, b.astimezone(utc), c.astimezone(utc), b.timestamp() - c.timestamp(), c.fold)
print(b == b.astimezone(utc), c == c.astimezone(utc), hash(b) == hash(c))
east, west = timezone(timedelta(hours=5, minutes=30), "IST"), timezone(-timedelta(hours=3, minutes=30, seconds=15))
x = datetime(2024, 1, 1, 0, 15, tzinfo=east)
print(x, x.astimezone(west), x.utctimetuple()[:6], x.tzname(), x.astimezone(west).tzname(), repr(west), repr(east), str(east))
print(x.strftime("%z %Z|%:z"), x.timetz(), x.time(), x.replace(tzinfo=None), x.isoformat(timespec="minutes"), x == datetime(2023, 12, 31, 18, 45, tzinfo=utc))
print(time(1, tzinfo=east) == time(1), time(5, 30, tzinfo=east) == time(0, tzinfo=utc), time(1, tzinfo=z).utcoffset(), time(1, tzinfo=z).tzname())
print(utc, repr(utc), timezone(timedelta(0)) is utc, timezone(timedelta(0), "X") == utc, timezone.min, timezone.max)
for text in ("2024-01-02T03:04:05.678+01:30", "2024-01-02T03Z", "20240102T030405-0800", "2024-W01-2", "2024-01-02 03:04:05.123456789", "2024-01-02T03:04:05,5+00:00:01"):
    print(repr(datetime.fromisoformat(text)))


class Bad(tzinfo):
    def utcoffset(self, dt):
        return self.value

    dst = tzname = utcoffset


for value in (3, timedelta(days=1), None, "x"):
    bad = Bad()
    bad.value = value
    for f in (lambda: datetime(2024, 1, 1, tzinfo=bad).utcoffset(), lambda: datetime(2024, 1, 1, tzinfo=bad).tzname(), lambda: str(time(1, tzinfo=bad))):
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)
try:
    datetime.now(tzinfo())
except Exception as e:
    print(type(e).__name__, e)
