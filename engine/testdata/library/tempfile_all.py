# tempfile: names, lifetimes, modes, directories that clean up.
import os
import tempfile
from pathlib import Path
with tempfile.TemporaryDirectory() as d:
    print(type(d).__name__, os.path.isdir(d), os.path.dirname(d) == tempfile.gettempdir(), os.path.basename(d).startswith("tmp"), len(os.path.basename(d)), oct(os.stat(d).st_mode & 0o777))
    os.makedirs(os.path.join(d, "x/y"))
    Path(d, "x/f").write_text("t")
print(os.path.exists(d))
t = tempfile.TemporaryDirectory(prefix="pre-", suffix="-suf")
name = t.name
print(os.path.basename(name)[:4], name[-4:], os.path.isdir(name), t.cleanup(), os.path.exists(name), t.cleanup())
with tempfile.NamedTemporaryFile() as f:
    print(f.mode if hasattr(f, "mode") else "", f.write(b"data"), f.flush(), os.path.getsize(f.name), f.seek(0), f.read(), os.path.exists(f.name), type(f.name).__name__)
    name = f.name
print(os.path.exists(name), f.closed)
with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as f:
    f.write("kept")
print(f.name.endswith(".txt"), os.path.exists(f.name), open(f.name).read(), os.remove(f.name))
with tempfile.TemporaryFile("w+") as f:
    print(f.write("line\n" * 3), f.seek(0), f.readlines(), f.readable())
fd, path = tempfile.mkstemp(suffix=".s", prefix="p", dir=".")
print(os.path.basename(path)[0], path.endswith(".s"), os.path.isabs(path), oct(os.stat(path).st_mode & 0o777), os.write(fd, b"x"), os.close(fd), os.remove(path))
d = tempfile.mkdtemp(dir=".")
print(os.path.isdir(d), os.listdir(d), os.rmdir(d), len({os.path.basename(tempfile.mktemp()) for _ in range(5)}))
with tempfile.SpooledTemporaryFile(max_size=10, mode="w+") as f:
    print(f.write("small"), f._rolled, f.write(" grows large"), f._rolled, f.seek(0), f.read())
with tempfile.SpooledTemporaryFile() as f:
    f.write(b"bytes\nmore")
    f.seek(0)
    print(f._rolled, f.readline(), list(f), f.closed)
for action in (lambda: tempfile.mkstemp(suffix=b"x", prefix="y"), lambda: tempfile.mkdtemp(dir="nope"), lambda: tempfile.NamedTemporaryFile(mode="q"), lambda: tempfile.TemporaryDirectory(dir="missing/dir")):
    try:
        print(action())
    except (TypeError, OSError, ValueError) as e:
        print(type(e).__name__, str(e).split("'")[0])
print(tempfile.gettempprefix(), tempfile.gettempdir(), tempfile.gettempdirb(), os.listdir(tempfile.gettempdir()) is not None, [n for n in os.listdir(".") if not n.endswith(".py")])
f = tempfile.NamedTemporaryFile()
name = f.name
del f
print(os.path.exists(name))
