# walk, scandir: what comes when, pruning, links, errors.
import os
for path in ("t/a/one.txt", "t/a/b/two.txt", "t/c/three.txt", "t/four.txt", "t/.hidden/five"):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(path)
os.symlink("../a", "t/c/link")


def show(**kw):
    return sorted((root, sorted(dirs), sorted(files)) for root, dirs, files in os.walk("t", **kw))


for row in show():
    print(row)
print(show() == show(topdown=False), len(show(followlinks=True)))
order = [r for r, _, _ in os.walk("t")]
print(order[0], [r for r, _, _ in os.walk("t", topdown=False)][-1], order.index("t/a") < order.index("t/a/b"))
seen = []
for root, dirs, files in os.walk("t"):
    dirs[:] = sorted(d for d in dirs if not d.startswith("."))
    files.sort()
    seen += [os.path.join(root, f) for f in files]
print(seen)
errors = []
print(list(os.walk("nope")), list(os.walk("nope", onerror=errors.append)), errors[0].filename, errors[0].errno)
with os.scandir("t") as it:
    for e in sorted(it, key=lambda e: e.name):
        print(e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink(), e.stat().st_size if e.is_file() else "-", e)
link = [e for e in os.scandir("t/c") if e.name == "link"][0]
print(link.is_dir(), link.is_dir(follow_symlinks=False), link.is_symlink(), os.fspath(link), link.inode() > 0, open([e for e in os.scandir("t") if e.name == "four.txt"][0]).read())
it = os.scandir("t")
print(next(it).name in os.listdir("t"), it.close(), list(it))
total = sum(os.path.getsize(os.path.join(r, f)) for r, _, fs in os.walk("t") for f in fs)
print(total, sorted(os.listdir("t")), os.path.isdir("t/c/link"), os.path.islink("t/c/link"), sorted(os.listdir("t/c/link")))
for root, dirs, files in os.walk("t", topdown=False):
    for name in files:
        os.remove(os.path.join(root, name))
    for name in dirs:
        p = os.path.join(root, name)
        (os.remove if os.path.islink(p) else os.rmdir)(p)
os.rmdir("t")
print(os.path.exists("t"), [n for n in os.listdir() if not n.endswith(".py")])
