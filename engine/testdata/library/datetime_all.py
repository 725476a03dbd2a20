from datetime import datetime, date, time, timedelta, timezone
d = datetime(2024, 2, 29, 13, 5, 9, 123456); print(d, repr(d), d.isoformat(), d.date(), d.time(), d.weekday(), d.isoweekday(), d.isocalendar(), d.strftime("%Y-%m-%d %H:%M:%S.%f %a %b %j %p %y"), f"{d:%d/%m/%Y}")
t = timedelta(days=1, hours=2, milliseconds=5); print(t, repr(t), t.total_seconds(), t * 2, t / 2, t // timedelta(hours=1), -t, abs(-t), t + d, d - t, timedelta(seconds=0.5), timedelta(minutes=90), timedelta(0), bool(timedelta(0)))
print(d - datetime(2024, 1, 1), date(2024, 3, 1) - date(2024, 2, 1), date(2024, 1, 31) + timedelta(1), d > datetime(2023, 1, 1), d == d.replace(), d.replace(year=2020))
print(datetime.fromisoformat("2024-01-02T03:04:05+02:00"), date.fromisoformat("2024-05-06"), datetime.strptime("06/05/2024 07:08", "%d/%m/%Y %H:%M"), datetime.fromisoformat("2024-01-02"))
tz = timezone(timedelta(hours=5, minutes=30)); a = datetime(2024, 1, 1, tzinfo=timezone.utc); print(a, a.astimezone(tz), repr(tz), tz, a.timestamp(), datetime.fromtimestamp(0, timezone.utc), a.tzname(), a.utcoffset())
print(time(1, 2, 3), repr(time(1, 2)), time(5) < time(6), datetime.combine(date(2020, 1, 1), time(3)), d.timetuple()[:6], date.today() > date(2000, 1, 1), d.ctime(), datetime.min, datetime.max, date(2024, 12, 30).isocalendar())
for f in (lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: d < date(2024, 1, 1), lambda: a < d, lambda: timedelta("a"), lambda: datetime.fromisoformat("x"), lambda: datetime.strptime("a", "%Y"), lambda: time(25)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(sorted([date(2024, 1, 2), date(2023, 1, 1)]), {date(2024, 1, 1): 1}, hash(timedelta(1)) == hash(timedelta(hours=24)), max(timedelta(1), timedelta(2)), sum([timedelta(1), timedelta(2)], timedelta()), divmod(timedelta(hours=5), timedelta(hours=2)), date.fromordinal(738000), d.toordinal())
print(isinstance(datetime.now(), datetime), type(datetime.now() - datetime.now()))
