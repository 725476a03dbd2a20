# Paths as such: parts, joining, comparing, relations, patterns, errors.
from pathlib import Path, PurePath, PurePosixPath, PosixPath
p = PurePath("/usr//local/./lib/../x.tar.gz/")
print(p, repr(p), p.parts, p.drive, p.root, p.anchor, p.name, p.suffix, p.suffixes, p.stem, p.parent, p.as_posix(), p.is_absolute(), str(p) == p.__fspath__())
print([str(x) for x in p.parents], p.parents[0], p.parents[-1], len(p.parents), p.parents[1:3], repr(p.parents))
print([str(PurePath(*a)) for a in ((), ("",), (".",), ("a", "b"), ("a", "/b", "c"), ("a/b", "../c"), ("//a",), ("///a",), ("a", Path("b")), ("./a",), ("a/.", ".b"))])
print([(PurePath(x).name, PurePath(x).stem, PurePath(x).suffix, PurePath(x).suffixes) for x in (".bashrc", "a.", "a.b.c", "..", "/", "x..y", ".a.b", "a. b")])
print(p / "z", "pre" / PurePath("x"), PurePath("a").joinpath("b", "c"), PurePath("a") / PurePath("/b"), PurePath("a") / "", PurePath("a/b").joinpath())
print(PurePath("a") == PurePath("a/"), PurePath("a") == "a", PurePath("a") < PurePath("b"), PurePath("a/b") < PurePath("a.b"), sorted(map(PurePath, ("b", "a/c", "a", "a/b"))), hash(PurePath("x")) == hash(PurePath("./x")), PurePosixPath("a") == Path("a"))
q = PurePath("/a/b.txt")
print(q.with_name("c"), q.with_suffix(".py"), q.with_suffix(""), q.with_stem("z"), PurePath("a.tar.gz").with_suffix(".bz2"), PurePath("x").with_suffix(".y"), q.relative_to("/a"), q.relative_to("/"), q.is_relative_to("/a"), q.is_relative_to("/b"), PurePath("a/b").relative_to("a", "b"))
print([PurePath(a).match(b) for a, b in (("a/b.py", "*.py"), ("/a/b/c.py", "b/*.py"), ("/a.py", "/*.py"), ("a/b.py", "a/*"), ("b.PY", "*.py"), ("a/b", "b"), ("a/b/c", "a/*"), ("x.py", "[xyz].p?"))])
for action in (lambda: q.relative_to("/x"), lambda: PurePath("a").relative_to("/a"), lambda: q.with_name(""), lambda: q.with_name("a/b"), lambda: q.with_suffix("py"), lambda: q.with_suffix("."), lambda: PurePath("/").with_name("x"), lambda: PurePath("").with_suffix(".x"), lambda: PurePath("a").as_uri(), lambda: PurePath("a").match(""), lambda: PurePath(5), lambda: PurePath("a") / 5, lambda: 5 / PurePath("a"), lambda: PurePath("a") < "b", lambda: PurePath(b"a"), lambda: q.parents[5], lambda: PurePath("a").nothing, lambda: q.relative_to()):
    try:
        print(action())
    except (ValueError, TypeError, IndexError, AttributeError) as e:
        print(type(e).__name__, str(e)[:110])
print(PurePath("/a b/é").as_uri(), bytes(PurePath("é")), f"{q}", f"{q!r}", type(Path("x")).__name__, type(Path("x").parent).__name__, isinstance(Path("x"), PosixPath), issubclass(Path, PurePath), type(PurePath("x")).__name__)


class MyPath(PosixPath):
    extra = 1


print(repr(MyPath("a") / "b"), type(MyPath("a/b").parent).__name__, {Path("a"): 1}[Path("a")], Path("a") in {Path("./a")}, [*Path("a/b/c").parts], Path("/").parent, Path(".").parent, Path("a").parent, Path("..").parent, Path("a/..").name)
import copy
import pickle
print(copy.copy(q) == q, copy.deepcopy(Path("x/y")), pickle.loads(pickle.dumps(Path("p/q"))))
