# What programs do with re: a template language, a log, a roman numeral, markdown.
import re
from collections import Counter
log = """\
2024-01-02 10:00:01 ERROR [db] connection lost (code=17)
2024-01-02 10:00:02 INFO [web] GET /index.html 200 12ms
2024-01-02 10:00:03 INFO [web] GET /a/b?x=1&y=%20 404 3ms
not a line
2024-01-02 10:00:09 WARN [db] retry 1
"""
line = re.compile(r"^(?P<date>\S+) (?P<time>[\d:]+) (?P<level>[A-Z]+) \[(?P<where>\w+)\] (?P<text>.*)$", re.M)
print(Counter(m["level"] for m in line.finditer(log)), [m["text"] for m in line.finditer(log) if m["where"] == "db"])
print(re.findall(r"GET (\S+) (\d{3}) (\d+)ms", log), re.search(r"code=(\d+)", log)[1], len(line.findall(log)))
values = {"name": "Ann", "n": 3}
print(re.sub(r"\{\{\s*(\w+)(?:\|(\w+))?\s*\}\}", lambda m: getattr(str(values.get(m[1], "?")), m[2] or "strip")(), "Hi {{ name|upper }}, {{n}} of {{ what }}"))
roman = re.compile(r"^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
print([bool(roman.match(s)) for s in ("MCMXCIV", "IIII", "", "XLII", "VX")])
md = "# Title\nSome *text* and **bold** with `code *x*`.\n- one\n- two\n"
html = re.sub(r"^# (.*)$", r"<h1>\1</h1>", md, flags=re.M)
html = re.sub(r"`([^`]*)`", lambda m: "<code>" + m[1].replace("*", "&#42;") + "</code>", html)
html = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html)
html = re.sub(r"\*(.+?)\*", r"<i>\1</i>", html)
html = re.sub(r"(?:^- .*\n?)+", lambda m: "<ul>" + re.sub(r"- (.*)\n?", r"<li>\1</li>", m[0]) + "</ul>", html, flags=re.M)
print(html)
print(re.sub(r"(?<!^)(?=[A-Z])", "_", "someHTTPRequestName").lower(), re.sub(r"_(\w)", lambda m: m[1].upper(), "snake_case_name"))
print(bool(re.fullmatch(r"(?=.*\d)(?=.*[a-z])(?=.*[A-Z]).{8,}", "Passw0rds")), bool(re.fullmatch(r"(?=.*\d)(?=.*[a-z])(?=.*[A-Z]).{8,}", "password")))
print(re.sub(r"(\d+)", lambda m: f"{int(m[1]):,}", "a 1234567 b 89"), re.sub(r"\s+", " ", "  many\t\n spaces ").strip(), re.split(r"(?<=[.!?])\s+", "One. Two! Three?"))
csv_field = re.compile(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))')
print([(a.replace('""', '"') if a else b) for a, b in csv_field.findall('1,"two, ""2""",,4')])
print(re.findall(r"(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}", "10.0.0.1 and 256.1.1.1 and 192.168.1.254"))
