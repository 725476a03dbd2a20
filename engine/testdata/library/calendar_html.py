"""calendar.HTMLCalendar: tables, and a class with other CSS classes."""
import calendar

c = calendar.HTMLCalendar(calendar.SUNDAY)
print(c.formatmonth(2024, 2))
print(c.formatday(0, 1), c.formatday(3, 6), c.formatweekday(2))
print(c.formatmonthname(2024, 5, withyear=False))
year = c.formatyear(2023, width=5)
print(len(year), year[:300])
page = c.formatyearpage(2023, css=None, encoding="ascii")
print(type(page).__name__, len(page), page[:320].decode(), page[-40:])
print(calendar.HTMLCalendar().formatyearpage(2024)[100:420].decode())


class Events(calendar.HTMLCalendar):
    cssclass_month = "table month"
    cssclass_noday = "other"
    cssclasses = [c + " day" for c in calendar.HTMLCalendar.cssclasses]

    def formatday(self, day, weekday):
        text = super().formatday(day, weekday)
        return text.replace(f">{day}<", f"><b>{day}</b><") if day == 14 else text


print(Events().formatmonth(2025, 2, withyear=False))
