# os.path as texts: every function, str and bytes.
import os
import os.path as p
print([p.join(*a) for a in (("a", "b"), ("a/", "b"), ("a", "/b"), ("", "b"), ("a", ""), ("a", "b", "..", "c"), ("/",), ("a", "", "b"))])
print([p.split(x) for x in ("a/b", "/a", "a/", "/", "", "a//b//", "//a", "///")], p.splitdrive("/a"), p.split(b"a/b"))
print([p.splitext(x) for x in ("a.b", ".bashrc", "a.tar.gz", "a.", "dir.x/file", "..", "a/.b.c", "...a", "")], p.splitext(b"a.b"))
print([p.basename(x) for x in ("a/b", "a/", "/", "")], [p.dirname(x) for x in ("a/b", "/a", "a", "a/b/", "//x/y")])
print([p.normpath(x) for x in ("a/./b/../c", "", "/..", "../../a", "a//b", "//a", "///a", "a/../..", "./.", "/a/b/../../..", "a/b/")], p.normpath(b"a/../b"))
print([p.isabs(x) for x in ("/a", "a", "", b"/")], p.abspath("/a/../b"), p.abspath("/"), p.abspath("x") == p.join(os.getcwd(), "x"), p.realpath("/usr/../tmp/./x"))
print([p.relpath(*a) for a in (("/a/b/c", "/a/d"), ("/a", "/a"), ("/a/b", "/"), ("x/y", "x"), ("a", "b/c"), ("/", "/a/b"))], p.relpath("a"), p.relpath(b"/a/b", b"/a"))
print([p.commonpath(x) for x in (["/a/b", "/a/c/d"], ["a/b", "a"], ["/a", "/b"], ["/usr//x/", "/usr/x/y"], ["a"], [b"a/b", b"a/c"])], p.commonprefix(["abcd", "abxy", "ab"]), p.commonprefix([]), p.commonprefix([["a", "b"], ["a", "c"]]))
os.environ["HOME"] = "/home/me"
os.environ["VAR"] = "value"
print([p.expanduser(x) for x in ("~", "~/x", "a~", "x/~", "~nobody-here/x")], [p.expandvars(x) for x in ("$VAR/x", "${VAR}y", "$NOPE", "a$", "$VAR$VAR", "${VAR", "$$VAR")], p.normcase("A/b"))
for action in (lambda: p.relpath(""), lambda: p.commonpath([]), lambda: p.commonpath(["/a", "b"]), lambda: p.join("a", b"b"), lambda: p.commonpath(["a", b"b"]), lambda: p.split(5), lambda: p.join(None), lambda: p.isabs(1), lambda: p.basename(None), lambda: p.exists(), lambda: p.getsize("nope")):
    try:
        print(action())
    except (ValueError, TypeError, OSError) as e:
        print(type(e).__name__, e)
print(p.exists(5000), p.isfile("a\0b"), p.isdir("/tmp"), p.isfile("/tmp"), p.ismount("/"), p.islink("/tmp"), p.lexists("/tmp"), p.sep, p.pardir, p.extsep, p.pathsep, p.altsep, p.devnull, p.curdir, p.defpath)
print(os.sep, os.linesep == "\n", os.name, os.curdir, os.pardir, os.extsep, os.path.__name__, os.fspath("x"), os.fsencode("é"), os.fsdecode(b"\xc3\xa9"), os.fsdecode(b"\xff") == "\udcff", os.fsencode("\udcff"))


class Pathy:
    def __fspath__(self):
        return "some/path.txt"


print(p.basename(Pathy()), p.join("a", Pathy()), os.fspath(Pathy()), p.splitext(Pathy()), isinstance(Pathy(), os.PathLike), issubclass(str, os.PathLike))
print(os.environ.get("VAR"), os.getenv("NOPE", "default"), os.environ.pop("VAR"), "VAR" in os.environ, os.environ.setdefault("NEW", "1"), os.getenv("NEW"))
for action in (lambda: os.environ["MISSING"], lambda: os.environ.__setitem__("A", 5), lambda: os.environ.__setitem__(5, "a")):
    try:
        print(action())
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
