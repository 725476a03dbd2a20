# The one zone that needs no database.
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

utc = ZoneInfo("UTC")
d = datetime(2024, 5, 6, 7, 8, tzinfo=utc)
print(utc, repr(utc), utc.key, utc is ZoneInfo("UTC"), utc is ZoneInfo.no_cache("UTC"), issubclass(ZoneInfoNotFoundError, KeyError))
print(d, d.tzname(), d.dst(), d.astimezone(timezone(timedelta(hours=2))), d.astimezone(timezone.utc) == d, d == datetime(2024, 5, 6, 7, 8, tzinfo=timezone.utc))
print(datetime(2024, 5, 6, 9, 8, tzinfo=timezone(timedelta(hours=2))).astimezone(utc), "UTC" in __import__("zoneinfo").available_timezones())
