# csv: quoting of each kind, dialects, what strict refuses, and dictionaries with too few and too many fields.
import csv
import io

rows = [["a", "b c", 'say "x"', "1,5", "", None, 3, 2.5, "line\nbreak", " lead"]]
for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE):
    out = io.StringIO()
    try:
        csv.writer(out, quoting=quoting, escapechar="\\" if quoting == csv.QUOTE_NONE else None).writerows(rows)
        print(quoting, repr(out.getvalue()))
    except csv.Error as e:
        print(quoting, "Error", e)
for kw in ({"doublequote": False, "escapechar": "\\"}, {"delimiter": ";", "quotechar": "'"}, {"lineterminator": "|"}, {"dialect": "excel-tab"}, {"dialect": "unix"}):
    out = io.StringIO()
    print(csv.writer(out, **kw).writerow(['a"b', "c;d", "it's", "t\tt"]), repr(out.getvalue()))
for text, kw in (('a,"b ""q"" c",d', {}), ("a, b,c ", {"skipinitialspace": True}), ('"a"b,c', {}), ('"a"b,c', {"strict": True}), ('"a\nb",c\nd', {}), ('"open', {}), ('"open', {"strict": True}),
                 ("1,'2',x", {"quoting": csv.QUOTE_NONNUMERIC, "quotechar": "'"}), ('a\\,b,"c', {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}), ("\n\na", {}), ("a\rb", {}), ("", {}), ('a,,""', {}), ("1,2", {"quoting": csv.QUOTE_NONNUMERIC})):
    try:
        print(repr(text), list(csv.reader(io.StringIO(text, newline=""), **kw)))
    except (csv.Error, ValueError) as e:
        print(repr(text), type(e).__name__, e)
r = csv.DictReader(["a,b,b", "1,2,3", "", "4", "5,6,7,8,9"], restkey="more", restval="?")
print(r.fieldnames, list(r), r.line_num)
out = io.StringIO()
w = csv.DictWriter(out, ["x", "y"], restval="-", extrasaction="ignore")
w.writeheader()
w.writerows([{"x": 1}, {"y": 2, "z": 3}])
print(repr(out.getvalue()))
try:
    csv.DictWriter(out, ["x"]).writerow({"x": 1, "q": 2})
except ValueError as e:
    print(e)
csv.register_dialect("mine", delimiter=":", quoting=csv.QUOTE_ALL)
print(sorted(csv.list_dialects()), csv.get_dialect("mine").delimiter, next(csv.reader(["a:b"], "mine")))
csv.unregister_dialect("mine")
for call in (lambda: csv.reader([], "mine"), lambda: csv.writer(io.StringIO(), delimiter=",,"), lambda: csv.writer(io.StringIO(), quotechar=1), lambda: csv.writer(3), lambda: next(csv.reader([b"x"])),
             lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.register_dialect(3), lambda: csv.writer(io.StringIO(), quoting=9), lambda: csv.reader("a", lineterminator=None), lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"])):
    try:
        print(call())
    except (csv.Error, TypeError, ValueError) as e:
        print(type(e).__name__, e)
s = csv.Sniffer()
d = s.sniff("name;age\n'x';1\n'y';2\n")
print(repr(d.delimiter), repr(d.quotechar), s.has_header("name,age\nann,5\nbob,6\n"), csv.field_size_limit())
