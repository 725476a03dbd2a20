def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
    else: print(r)
# print
print(); print(1, 2, sep=""); print("a", end=""); print("b", flush=True); print(*[1,2], sep="\n"); print(None, True, 1.0, 1e100, 2**70, -0.0, float("nan"), float("inf"))
t(print, 1, foo=2); t(print, 1, sep=3); t(print, 1, end=3); print(1, sep=None, end=None)
class W:
    def write(self, s): buf.append(s)
    def flush(self): buf.append("FLUSH")
buf = []; print(1, "x", file=W(), flush=True); print(buf)
t(print, 1, file=5)
import sys
old = sys.stdout; sys.stdout = W(); buf = []; print("captured", 2); sys.stdout = old; print(buf)
class S:
    def __str__(self): print("nested"); return "S!"
print("a", S(), "b")
class BadS:
    def __str__(self): return 5
t(print, BadS()); t(str, BadS())
class BadR:
    def __repr__(self): return 5
t(repr, BadR()); t(print, [BadR()])
class R:
    def __repr__(self): return "R" * 3
print([R(), {R(): R()}, (R(),), {1, 2}], R()); l = [1]; l.append(l); print(l); d = {}; d["d"] = d; print(d)
print("%s|%r|%5d|%-5s|%05.1f|%x|%c|%%" % ("a", "b", 3, "c", 2.55, 255, "z"), "%(a)s %(b)d" % {"a": R(), "b": 2}, "%s" % R(), "%s %s" % (R(), 1))
t(lambda: "%d" % "a"); t(lambda: "%s %s" % 1); t(lambda: "%s" % (1, 2)); t(lambda: "%q" % 1)
print("{0} {1} {0} {a} {b.__class__.__name__} {c[0]} {c[k]} {!r:>5} {:^9}|".format(1, 2, 3, 4, a="A", b=R(), c={0: "zero", "k": "kk"}) if False else "", "{} {}".format(R(), [R()]), "{!r} {!s} {!a}".format("é", R(), "é"), "{:>{w}}".format("x", w=5))
class F:
    def __format__(self, spec): return "<" + spec + ">"
    x = 5
    def __getitem__(self, k): return "item" + str(k)
print("{:abc} {0.x} {0[3]} {0[z]}".format(F()) if False else "", "{0:abc} {0.x} {0[3]} {0[z]}".format(F()), f"{F():q{1+1}}", format(F(), "s"), f"{R()!s:>6}|{R()!r:<6}|{3.14159:.2f}|{1000000:,}|{255:#x}|{'a':*^5}|{1=}|{R()=}")
t(lambda: "{}".format()); t(lambda: "{a}".format(b=1)); t(lambda: "{0.zz}".format(1)); t(lambda: "{".format()); t(format, R(), "x")
print("-".join(str(i) for i in range(3)), "".join(["a"]), ",".join({"k": 1})); t(lambda: "".join([1])); t(lambda: "".join(5))
# iter/next/etc errors
t(iter, 5); t(next, 5); t(next, [1]); t(iter, 5, 6); t(list, 5); t(sum, 5); t(sum, ["a"]); t(sum, ["a"], ""); t(min, []); t(max, [], default=3); t(min, 1); t(min); t(max, 1, 2, default=3); t(min, [1, "a"]); t(sorted, [1, "a"]); t(sorted); t(sorted, [1], foo=1); t(zip, 5); t(enumerate, 5); t(map, len); t(filter, None); t(reversed, {1}); t(any, 5)
print(min("b", "a", key=str), max([1, 5, 3], key=lambda x: -x), min({"a": 1}), sorted("cab", reverse=True), sorted([(1, "b"), (1, "a")], key=lambda x: x[0]), sorted({"b": 1, "a": 2}))
print(list(zip()), list(zip("ab", [1, 2, 3])), dict(zip("ab", range(2))), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(enumerate("ab", start=5)))
z = zip([1,2],[3]); print(next(z)); t(next, z); m = map(str, [1]); print(next(m)); t(next, m); print(type(m), type(z), iter(m) is m)
def gen():
    print("start"); yield 1; print("mid"); yield 2
mm = map(lambda x: x * 10, gen()); print("made"); print(next(mm)); print(any(x > 0 for x in gen())); 
t(lambda: [x for x in map(lambda x: 1 // x, [1, 0])])
# sorting with __lt__ and errors
class K:
    n = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o): K.n += 1; return self.v < o.v
    def __repr__(self): return f"K{self.v}"
import random; random.seed(1)
l = [K(random.randrange(50)) for _ in range(40)]; s = sorted(l); print(s, K.n); l.sort(reverse=True); print(l == sorted(s, reverse=True), K.n)
l2 = [K(random.randrange(500)) for _ in range(300)]; print([k.v for k in sorted(l2)] == sorted(k.v for k in l2))
class Boom:
    def __lt__(self, o): raise RuntimeError("cmp")
lb = [Boom(), Boom()]; t(lb.sort); print(len(lb))
ll = [3, 1, 2]; t(ll.sort, key=lambda x: ll.append(1)); print(ll); ll = [3,1,2]; t(ll.sort, key=lambda x: 1 // 0); print(ll); t([].sort, 1)
ll = ["b", "A", "c"]; ll.sort(key=str.lower); print(ll); ll.sort(key=lambda s: s, reverse=True); print(ll)
print(sorted([3, 1, 2], key=lambda x: [x]), sorted([2.5, 1, True]), sorted(["b", "a"], key=None))
# hash, id, callable, chr, ord
print(hash(1), hash(1.0), hash(True), hash(2**61), hash(-1), hash(0.5), hash(None) is not None, hash((1, 2)) == hash((1, 2)), hash("a") == hash("a")); t(hash, []); t(hash, {}); t(hash, ([],))
print(callable(len), callable(1), callable(R), callable(lambda: 1), chr(97), chr(0x1F600), ord("é")); t(chr, -1); t(chr, 0x110000); t(ord, "ab"); t(ord, 5); t(chr, "a")
print(bin(-5), oct(8), hex(2**70), bin(True)); t(bin, 1.5); print(abs(-3), abs(-2.5), abs(3+4j), abs(True), abs(-2**70)); t(abs, "a")
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(1.5, 0), round(5e20), round(1e300, 2), round(0.5), round(1.45, 1), round(True), round(123.456, -1)); t(round, "a"); t(round, float("nan")); t(round, float("inf"))
print(divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(7, -2.0), divmod(2**70, 3)); t(divmod, 1, 0); t(divmod, 1.0, 0); t(divmod, "a", 1)
print(pow(2, 3), pow(2, -1), pow(2, 10, 7), pow(3, -1, 7), pow(2.0, 3), pow(-8, 1/3) if False else ""); t(pow, 2, 3, 0); t(pow, 2, -1, 4); t(pow, "a", 2); t(pow, 2.0, 3, 5); t(pow, 0, -1)
print(ascii("é\n😀"), repr("it's"), repr('a"b\'c'), repr("\t\x00\u200b"), ascii(["é"]))
print(isinstance(True, int), issubclass(bool, int), type(1) is int, type(None), int.__name__, type(type))
print(type("a", (), {}), NotImplemented, Ellipsis, __debug__, __name__)
print(sum([1.5, 2]), sum([0.1] * 10), sum([[1], [2]], []), sum(range(100)), sum([True, True]), sum([1, 2.5, 3+1j]))
print(eval("[x for x in range(3)]"), eval("a + 1", {"a": 1}, {"a": 5})); t(eval, "1 +"); t(exec, "def f(:"); t(eval, 5); ns = {}; exec("a = 1\ndef f(): return a + 1", ns); print(ns["f"](), sorted(k for k in ns))
t(compile, "a", "f", "bad"); exec(compile("print('compiled')", "x.py", "exec")); print(eval(compile("1, 2", "x", "eval")))
def lo():
    q = 1; exec("q = 5"); print(q, locals()); return eval("q + 1")
print(lo(), globals()["lo"] is lo, __import__("math").pi, __import__("os.path") is not None if False else "")
t(__import__, "nope"); t(lambda: open("/nonexistent") if False else None)
t(input) if False else None
print([i for i in dir() if i in ("t", "S")], [n for n in dir([]) if not n.startswith("_")])
print(len("abc"), len({1: 2}), len(range(5)), len(b"ab")); t(len); t(len, 1, 2)
print(int("12", 16), int(" -5 "), int(3.9), int("0x1f", 0), float("1e3"), bool([]), str(b"a"), str(b"a", "utf-8"), bytes(3), bytes("é", "utf-8"), list("ab"), tuple([1]), set("a"), frozenset([1]), dict(a=1), dict([(1, 2)]), complex("1+2j"))
t(int, "a"); t(int, "1", 40); t(float, "x"); t(int, []); t(dict, [1]); t(dict, [(1,)]); t(list, 1, 2); t(set, [[]]); t(bytes, [256]); t(str, 1, 2, 3, 4); t(bool, 1, 2)
print(slice(1, 2), slice(None), range(3), range(1, 10, 2), range(5)[1:3], range(10)[::-1], list(range(5, 0, -2)), 3 in range(5), range(3) == range(0, 3)); t(range, 1.5); t(range, 1, 2, 0); t(range)
