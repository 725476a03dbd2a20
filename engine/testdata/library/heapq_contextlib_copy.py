import heapq, bisect, copy, string, contextlib, os
h = []
for x in [5,3,8,1,9,2]: heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), h)
l = [9,8,7,6,5,4,3,2,1]; heapq.heapify(l); print(l, heapq.nsmallest(3, l), heapq.nlargest(2, l), list(heapq.merge([1,4],[2,3])))
class K:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __repr__(s): return f"K{s.v}"
h = []
for x in [5,3,8]: heapq.heappush(h, K(x))
print(h, heapq.heappop(h), h)
h = [(2,"b"),(1,"a")]; heapq.heapify(h); print(h)
print(bisect.bisect([1,2,2,3], 2), bisect.bisect_left([1,2,2,3], 2))
a = [1,[2,3],{"k":[4]}]; b = copy.deepcopy(a); b[1].append(9); print(a, b, copy.copy(a)[1] is a[1])
class C:
    def __init__(s): s.x = [1]
c = C(); d = copy.deepcopy(c); d.x.append(2); print(c.x, d.x, copy.copy(c).x is c.x)
print(string.ascii_letters, string.Template("$a ${b} $$").substitute(a=1,b=2), string.capwords("ab cd"))
@contextlib.contextmanager
def cm(x):
    print("enter"); 
    try: yield x
    except ValueError as e: print("swallow", e)
    finally: print("exit")
with cm(3) as v: print(v); raise ValueError("q")
with contextlib.suppress(KeyError): {}["a"]
with contextlib.ExitStack() as st:
    st.callback(print, "cb"); print(st.enter_context(cm(4)))
with contextlib.nullcontext(5) as n: print(n)
try:
    with cm(1): raise KeyError("k")
except KeyError as e: print("out", e)
class W:
    def __init__(s): s.b = ""
    def write(s, t): s.b += t
w = W()
with contextlib.redirect_stdout(w): print("hidden")
print(repr(w.b)); print(os.path.join("a","b"), os.path.splitext("x.tar.gz"), os.path.basename("/a/b.c"), os.path.normpath("a/../b//c"), os.getenv("NOPE", "d"), os.name, os.sep)
@cm(1)
def deco(): print("in deco")
deco()
