"""ISO weeks there and back, around the ends of years."""
from datetime import date, datetime, timedelta

for year in (2004, 2005, 2008, 2009, 2015, 2020, 2021, 2026):
    for d in (date(year, 1, 1), date(year, 12, 31)):
        iso = d.isocalendar()
        print(d, tuple(iso), iso.week, date.fromisocalendar(*iso) == d, d.strftime("%G-W%V-%u"))
print(date.fromisocalendar(2020, 53, 7), datetime.fromisocalendar(2021, 1, 1), type(datetime.fromisocalendar(2021, 1, 1)))
for args in ((2021, 53, 1), (2021, 0, 1), (2021, 1, 0), (2021, 1, 8), (0, 1, 1), (10000, 1, 1), (2020, 54, 1)):
    try:
        print(date.fromisocalendar(*args))
    except ValueError as e:
        print(args, "->", e)


class Day(date):
    pass


print(type(Day.fromisocalendar(2024, 9, 4)).__name__, Day.fromisocalendar(2024, 9, 4))
print(repr(date(2024, 2, 29).isocalendar()), date(2024, 2, 29).isocalendar() == (2024, 9, 4))
print(all(date.fromisocalendar(*d.isocalendar()) == d for d in (date(1999, 1, 1) + timedelta(n * 13) for n in range(900))))
print(date.fromisoformat("2021-W01-1"), date.fromisoformat("2020W537"), date.fromisoformat("2020-W53"))
print(datetime.fromisoformat("2021-W01-1T10:20"))
