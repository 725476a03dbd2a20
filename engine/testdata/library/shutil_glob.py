# shutil, glob, fnmatch: copies, trees, moves, patterns.
import fnmatch
import glob
import os
import shutil
from pathlib import Path
for path in ("src/a.txt", "src/b.py", "src/sub/c.txt", "src/sub/deep/d.py", "src/.hidden", "src/[x].txt"):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    Path(path).write_text(path)
os.symlink("a.txt", "src/link")
print(shutil.copyfile("src/a.txt", "copy.txt"), shutil.copy("src/a.txt", "src/sub"), shutil.copy2("src/b.py", "c2.py"), Path("copy.txt").read_text(), sorted(os.listdir("src/sub")))
print(shutil.copytree("src", "dst"), sorted(os.listdir("dst")), os.path.islink("dst/link"), shutil.copytree("src", "dst2", symlinks=True, ignore=shutil.ignore_patterns("*.py", "sub")), sorted(os.listdir("dst2")), os.path.islink("dst2/link"))
print(shutil.copytree("src", "dst2", dirs_exist_ok=True, symlinks=False) if False else "", shutil.move("copy.txt", "moved.txt"), os.path.exists("copy.txt"), shutil.move("moved.txt", "dst"), os.path.exists("dst/moved.txt"), shutil.move("dst2", "dst/inner"), os.path.isdir("dst/inner"))
for action in (lambda: shutil.copyfile("src/a.txt", "src/a.txt"), lambda: shutil.copyfile("nope", "x"), lambda: shutil.copyfile("src", "x"), lambda: shutil.copyfile("src/a.txt", "src/sub"), lambda: shutil.copytree("src", "dst"), lambda: shutil.copytree("nope", "x"), lambda: shutil.rmtree("nope"), lambda: shutil.rmtree("src/a.txt"), lambda: shutil.move("nope", "x"), lambda: shutil.move("dst", "dst/inside"), lambda: shutil.move("src/a.txt", "src/sub"), lambda: shutil.rmtree("src/link")):
    try:
        print("no error", action())
    except OSError as e:
        print(type(e).__name__, e)
print(shutil.rmtree("nope", ignore_errors=True), shutil.rmtree("dst"), os.path.exists("dst"), shutil.which("no-such-program-here"), shutil.get_terminal_size().columns)
with open("src/a.txt") as f, open("out", "w") as g:
    print(shutil.copyfileobj(f, g), Path("src/a.txt").read_text())
print(sorted(glob.glob("src/*")), sorted(glob.glob("src/*.txt")), sorted(glob.glob("src/**/*.txt", recursive=True)), sorted(glob.glob("src/**", recursive=True)), sorted(glob.glob("src/*/")), glob.glob("src/.*"), glob.glob("nope*"))
print(sorted(glob.glob("*.txt", root_dir="src")), sorted(glob.glob("s?c/[ab].*")), sorted(glob.glob("src/[!a]*.py")), glob.glob(glob.escape("src/[x].txt")), glob.escape("a*[b]?"), glob.glob("src/a.txt"), sorted(glob.iglob("src/sub/d*")), glob.glob(b"src/a*"), sorted(glob.glob("src/*", include_hidden=True))[0])
print([fnmatch.fnmatch(a, b) for a, b in (("a.txt", "*.txt"), ("A.TXT", "*.txt"), ("a", "?"), ("ab", "?"), ("abc", "a*c"), ("a[b", "a[[]b"), ("a-b", "a[-x]b"), ("x", "[!x]"), ("a.b", "a.b"), ("a/b", "*"), ("", "*"), ("\n", "*"))])
print(fnmatch.filter(["a.py", "b.txt", "c.PY"], "*.py"), fnmatch.fnmatchcase("A", "a"), [fnmatch.translate(p) for p in ("*.py", "a?b", "[!a-c]x", "[]]", "a**b*c", "[", "[z-a]", "a.b")])
