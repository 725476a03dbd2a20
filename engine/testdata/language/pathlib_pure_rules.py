# Pure paths: parts, suffixes, relative paths, matching, comparison across flavours.
from pathlib import PurePath, PurePosixPath as P, PureWindowsPath as W

for text in ("", ".", "/", "//", "///a", "a//b/./c", "a/../b", "/a/b.tar.gz", ".hidden", "a.", "..", "a/b/", "~/x"):
    p = P(text)
    print(repr(text), str(p), p.parts, repr(p.name), repr(p.suffix), p.suffixes, repr(p.stem), repr(p.root), str(p.parent), p.is_absolute())
for text in ("c:\\a\\b", "c:a", "\\\\host\\share\\x", "a/b\\c", "c:\\", "NUL", "c:/x.TXT"):
    p = W(text)
    print(repr(text), str(p), p.parts, repr(p.drive), repr(p.root), repr(p.anchor), p.as_posix(), p.is_absolute(), p.is_reserved())
p = P("/usr/lib/python3.11/os.py")
print(p / "x", "x" / P("y"), p / "/abs", p.joinpath("a", "b"), p.with_name("n.txt"), p.with_stem("st"), p.with_suffix(".c"), p.with_suffix(""), list(map(str, p.parents)), str(p.parents[0]), [str(x) for x in p.parents[-2:]])
print(p.relative_to("/usr"), p.is_relative_to("/lib"), p.match("*.py"), p.match("lib/*/os.py"), p.match("/usr/*/*/*"), p.match("*.PY"), W("a.PY").match("*.py"), P("a/b") == P("a//b/"), W("A") == W("a"), P("A") == P("a"), P("a") == W("a"))
print(hash(P("a/b")) == hash(P("a/./b")), P("a") < P("b"), sorted([P("b"), P("a/c"), P("a")]), repr(P("x")), repr(W("c:/")), bytes(P("é")), P("/a b").as_uri(), W("c:/x y").as_uri(), PurePath("a").__class__.__name__)
for call in (lambda: P("a").relative_to("b"), lambda: P("a").as_uri(), lambda: P("").with_name("x"), lambda: P("a").with_name("x/y"), lambda: P("a").with_suffix("c"), lambda: P("a").with_suffix("."), lambda: P("/").with_suffix(".c"), lambda: P("a").match(""), lambda: P("a") < W("a"),
             lambda: P(1), lambda: P("a") / 1, lambda: P("a").parents[5], lambda: P(b"a"), lambda: P("a").x, lambda: P("a").relative_to()):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
