# csv: quoting both ways, dialects, dictionaries, errors.
import csv
import io
rows = ['a,b,c', '1,"two, with comma","say ""hi"""', '', ' x , "y" ,z', '"multi', 'line",end', "'q',r", ',,', '"unfinished']
print(list(csv.reader(rows)))
print(list(csv.reader(["a;b|c;d"], delimiter=";")), list(csv.reader(["'a,b',c"], quotechar="'")), list(csv.reader(["a, b,  c"], skipinitialspace=True)), list(csv.reader(['1,"2",x'], quoting=csv.QUOTE_NONE)), list(csv.reader(['1,"2",3.5'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["a\\,b,c"], escapechar="\\")), list(csv.reader(['"a""b"'], doublequote=False)), list(csv.reader(["a\tb"], "excel-tab")))


def written(rows, **kw):
    f = io.StringIO()
    csv.writer(f, **kw).writerows(rows)
    return f.getvalue()


print(repr(written([["a", 1, 2.5, None, True, ""], ["x,y", 'q"t', "l\nm", "r\rs", " sp "], [], [""], ["'"]])))
print(repr(written([["a", 1, None, ""]], quoting=csv.QUOTE_ALL)), repr(written([["a", 1, 2.0, None]], quoting=csv.QUOTE_NONNUMERIC)), repr(written([["a,b", "c"]], quoting=csv.QUOTE_NONE, escapechar="\\")), repr(written([['a"b']], doublequote=False, escapechar="\\")), repr(written([["a", "b;c"]], delimiter=";", lineterminator="\n", quotechar="'")), repr(written([["x"]], dialect="unix")))
r = csv.DictReader(io.StringIO("name,age\nAnn,3\n\nBob,4,extra,more\nCy\n"), restkey="rest", restval="?")
print(r.fieldnames, list(r), r.line_num)
f = io.StringIO()
w = csv.DictWriter(f, ["x", "y"], restval="-", extrasaction="ignore")
print(w.writeheader(), w.writerow({"x": 1, "y": 2}), w.writerow({"x": 3}), w.writerows([{"y": "a,b", "z": 1}]), repr(f.getvalue()))
for action in (lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1}), lambda: written([["a,b"]], quoting=csv.QUOTE_NONE), lambda: written([[""]], quoting=csv.QUOTE_NONE), lambda: csv.reader([], delimiter=",,"), lambda: csv.reader([], delimiter=1), lambda: csv.reader([], dialect="nope"), lambda: csv.reader([], quoting=9), lambda: list(csv.reader([b"bytes"])), lambda: written([5]), lambda: csv.writer(5), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: list(csv.reader(['"open'], strict=True)), lambda: list(csv.reader(["x"], quoting=csv.QUOTE_NONNUMERIC)), lambda: csv.reader([], wrong=1), lambda: csv.get_dialect("zzz"), lambda: list(csv.reader(["a\rb"]))):
    try:
        print(action())
    except (csv.Error, ValueError, TypeError) as e:
        print(type(e).__name__, e)
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL, lineterminator="\n")
print(sorted(csv.list_dialects()), repr(written([[1, "a|b"]], dialect="pipes")), csv.get_dialect("pipes").delimiter, csv.unregister_dialect("pipes"), "pipes" in csv.list_dialects())


class Semi(csv.excel):
    delimiter = ";"


print(list(csv.reader(["1;2"], Semi)), csv.field_size_limit(), csv.QUOTE_ALL, csv.excel.lineterminator == "\r\n")
with open("data.csv", "w", newline="") as f:
    csv.writer(f).writerows([["id", "text"], [1, "new\nline"], [2, "ünï"]])
with open("data.csv", newline="", encoding="utf-8") as f:
    reader = csv.reader(f)
    print(next(reader), list(reader), reader.line_num, open("data.csv", "rb").read()[:10])
d = csv.Sniffer().sniff("a;b;c\n1;2;3\n4;5;6\n")
print(d.delimiter, d.quotechar, csv.Sniffer().has_header("name,age\nAnn,3\nBob,44\n"))
