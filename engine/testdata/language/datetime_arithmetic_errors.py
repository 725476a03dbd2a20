# Dates, times and differences: what adds to what, overflow, and what the refusals say.
from datetime import date, datetime, time, timedelta, timezone

d, t, dt, delta = date(2024, 2, 29), time(1, 2), datetime(2024, 2, 29, 12), timedelta(days=1, hours=2)
for f in (lambda: dt + 1, lambda: d - 1, lambda: 1 - dt, lambda: d + dt, lambda: dt - d, lambda: t + delta, lambda: delta + 1,
          lambda: delta * "a", lambda: delta / 0, lambda: delta // timedelta(0), lambda: d < 1, lambda: dt < d, lambda: d < dt, lambda: t < 1,
          lambda: delta < 1, lambda: dt - datetime(2024, 1, 1, tzinfo=timezone.utc), lambda: dt < datetime(2024, 1, 1, tzinfo=timezone.utc),
          lambda: t < time(1, tzinfo=timezone.utc), lambda: date.max + timedelta(1), lambda: date.min - timedelta(1),
          lambda: datetime.max + timedelta(seconds=1), lambda: timedelta.max + timedelta(1), lambda: timedelta(days=10**10),
          lambda: timedelta(days="1"), lambda: timezone(timedelta(1)), lambda: timezone(3), lambda: date(2023, 2, 29), lambda: date(0, 1, 1),
          lambda: date(2023, 13, 1), lambda: time(24), lambda: time(1, 60), lambda: datetime(1, 1, 1, microsecond=10**6), lambda: date("2024", 1, 1),
          lambda: date(2024, 1), lambda: date(1.5, 1, 1), lambda: datetime(2024, 1, 1, tzinfo=3), lambda: time(fold=2), lambda: date.fromisoformat("2024-1-1"),
          lambda: datetime.fromisoformat("2024-01-01 25:00"), lambda: time.fromisoformat("1:00"), lambda: date.fromordinal(0),
          lambda: datetime.fromtimestamp(1e20), lambda: dt.isoformat(timespec="x"), lambda: dt.replace(month=13)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(d + timedelta(366), d - date(2023, 3, 1), dt - timedelta(0.5), d + timedelta(hours=47), -delta, abs(-delta), delta * 1.5, delta / 4, delta / timedelta(hours=1))
print(divmod(timedelta(days=-1, seconds=5), timedelta(hours=7)), timedelta(hours=25) % timedelta(hours=24), timedelta(microseconds=-1), timedelta(0.1) // 3)
print(timedelta(weeks=1, days=1, hours=1, minutes=1, seconds=1, milliseconds=1, microseconds=1), repr(timedelta(0)), repr(-delta), bool(timedelta()))
print(d == dt, d != dt, dt == dt.replace(tzinfo=timezone.utc), t == t.replace(fold=1), hash(dt) == hash(dt.replace(fold=1)), {d: 1}[date(2024, 2, 29)])
print(timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(seconds=0.1 + 0.2), timedelta(milliseconds=2.0005).microseconds)
