# configparser: sections, defaults, interpolation, writing, errors; fileinput over files.
import configparser
import fileinput
import io
text = """\
# comment
[DEFAULT]
home = /srv
level: 3

[web]
path = %(home)s/www
port=8080
debug = Yes
long = one
    two

    three
; another comment
[db]
Level = 5
url = http://h:%(level)s/%%x
"""
c = configparser.ConfigParser()
c.read_string(text)
print(c.sections(), c["web"]["path"], c.get("web", "PATH"), c.getint("web", "port"), c.getboolean("web", "debug"), c["db"]["url"], c["web"]["level"], repr(c["web"]["long"]))
print(c.options("db"), dict(c["db"]), c.items("db", raw=True), c.has_option("web", "home"), c.has_section("DEFAULT"), "web" in c, "nope" in c, list(c), len(c), c["web"], c.defaults())
print(c.get("web", "nope", fallback="fb"), c["web"].get("nope"), c["web"].getint("port"), c["web"].getfloat("nope", 1.5), c.getint("zz", "x", fallback=7), c.get("web", "path", raw=True), c.get("web", "path", vars={"home": "/h"}))
c["new"] = {"a": "1", "b": "two\nlines"}
c.set("new", "c", "3")
c.add_section("empty")
print(c.remove_option("new", "a"), c.remove_section("db"), c.remove_section("zz"))
out = io.StringIO()
c.write(out)
print(out.getvalue())
for action in (lambda: c["zz"], lambda: c.get("zz", "a"), lambda: c.get("web", "zz"), lambda: c["web"]["zz"], lambda: c.getint("web", "path"), lambda: c.getboolean("web", "port"), lambda: c.add_section("web"), lambda: c.set("zz", "a", "1"), lambda: c.set("web", "a", 5), lambda: c.read_string("x = 1"), lambda: c.read_string("[a]\nx=1\nx=2"), lambda: c.read_string("[a]\n[a]"), lambda: c.read_string("[q]\nnonsense"), lambda: (c.read_string("[i]\nx=%(nope)s"), c["i"]["x"]), lambda: (c.read_string("[j]\nx=%(x)s"), c["j"]["x"]), lambda: c.set("web", "bad", "%z")):
    try:
        print(action())
    except (configparser.Error, KeyError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True, delimiters=("=",), inline_comment_prefixes=("#",))
e.optionxform = str
e.read_string("[a]\nName = x # note\nflag\n[b]\ny = ${a:Name}/${z}$$\nz = 2\n")
print(e["a"]["Name"], e["a"]["flag"], e["b"]["y"], list(e["a"]), configparser.RawConfigParser().read("no-such-file.ini"))
for i in (1, 2):
    with open(f"in{i}.txt", "w") as f:
        f.write(f"file {i} first\nfile {i} second\n")
with fileinput.input(["in1.txt", "in2.txt"]) as f:
    for line in f:
        print(f.filename(), f.lineno(), f.filelineno(), f.isfirstline(), line.rstrip())
with fileinput.FileInput("in1.txt", inplace=True) as f:
    for line in f:
        print(line.upper(), end="")
print(open("in1.txt").read())
