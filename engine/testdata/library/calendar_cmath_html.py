import cmath, calendar, html, locale, platform, sysconfig, math
for z in (1+2j, -1.5, 0.5j, 3-4j, -0.25-0.75j):
    print(*[f'{getattr(cmath, n)(z):.9g}' for n in 'exp log log10 sqrt sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh'.split()], *map('{:.6g}'.format, cmath.polar(z)))
print(cmath.rect(2, math.pi/2), cmath.isclose(1+1e-12j, 1), cmath.isnan(complex('nan')), cmath.phase(-1), cmath.inf, cmath.infj)
print(calendar.month(2024, 2)); print(calendar.calendar(2023)); print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.timegm((2024, 1, 1, 0, 0, 0)), calendar.monthcalendar(2024, 9), list(calendar.day_abbr), calendar.weekday(2024, 5, 17))
print(calendar.TextCalendar(6).formatmonth(2024, 12), list(calendar.Calendar(6).itermonthdays2(2024, 2))[:8])
try: calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as e: print(e)
print(html.escape('<a href="x">\'&</a>'), html.unescape('&lt;&#65;&#x41;&amp;&quot;'), locale.format_string('%d', 5), platform.system(), platform.python_version(), sysconfig.get_python_version())
