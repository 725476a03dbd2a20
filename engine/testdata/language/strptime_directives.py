# strptime: each directive, what may be left out, week numbers, and what it says of texts that do not fit.
import time
from datetime import datetime

for text, form in (("2024-02-29 23:59:60", "%Y-%m-%d %H:%M:%S"), ("1 Jan 99", "%d %b %y"), ("1 january 68", "%d %B %y"), ("12:05 AM", "%I:%M %p"),
                   ("12:05 pm", "%I:%M %p"), ("366 2024", "%j %Y"), ("Tue 10 2024", "%a %U %Y"), ("2 10 2024", "%w %W %Y"), ("2024 53 0", "%Y %W %w"),
                   ("2020-W53-5", "%G-W%V-%u"), ("29 Feb", "%d %b"), ("%", "%%"), ("a  b", "a b"), ("Mon Jan  1 00:00:00 2024", "%c"), ("01/02/24", "%x"),
                   ("UTC", "%Z"), ("gmt", "%Z")):
    try:
        print(repr(text), form, tuple(time.strptime(text, form)))
    except ValueError as e:
        print(repr(text), form, "ValueError", e)
for text, form in (("2024-01-01T00:00:00.5+0130", "%Y-%m-%dT%H:%M:%S.%f%z"), ("2024 +01:30:15.25", "%Y %z"), ("2024 Z", "%Y %z"), ("2024 UTC+0000", "%Y %Z%z")):
    print(repr(datetime.strptime(text, form)))
for text, form in (("2024-13-01", "%Y-%m-%d"), ("2024-02-30", "%Y-%m-%d"), ("2024-1-1x", "%Y-%m-%d"), ("x", "%Q"), ("x", "%"), ("2024 5", "%G %V"), ("2024 5 1", "%Y %V %u"),
                   ("2024 100", "%G %j"), ("5 1", "%V %u"), ("24:00", "%H:%M"), ("1:00", "%Y"), ("", "%d"), ("12", "%d%d"), ("2024 +01:3015", "%Y %z")):
    try:
        print(datetime.strptime(text, form))
    except Exception as e:
        print(repr(text), form, type(e).__name__, e)
for args in ((b"1", "%d"), ("1", b"%d"), (1, "%d")):
    try:
        time.strptime(*args)
    except TypeError as e:
        print(e)
t = time.gmtime(1e9)
print(t, t.tm_zone, time.localtime(1e9).tm_zone, t.tm_gmtoff, len(t), t[:3], time.strftime("%j %U %W %V %G %u %w %e|%y %C %I %p %Z", t))
for bad in ((2024, 13, 1, 0, 0, 0, 0, 1, 0), (2024, 1, 1, 25, 0, 0, 0, 1, 0), (2024, 1, 1), "x"):
    try:
        print(time.strftime("%Y", bad))
    except Exception as e:
        print(type(e).__name__, e)
print(time.asctime((2024, 1, 5, 3, 4, 5, 4, 5, 0)), time.strftime("%Y-%m-%d", (99, 0, 0, 0, 0, 0, 0, 0, 0)), time.strftime("%10Y|%-d|%_d|%^a", t))
