# Path on the disk: reading, writing, listing, globbing, links, errors.
import os
from pathlib import Path
root = Path("work")
root.mkdir()
(root / "a" / "b").mkdir(parents=True)
(root / "a").mkdir(exist_ok=True)
print((root / "one.txt").write_text("héllo\nworld\n"), (root / "one.txt").read_text(), (root / "two.bin").write_bytes(b"\x00\x01"), (root / "two.bin").read_bytes(), (root / "a/three.txt").touch(), (root / "a/b/four.py").write_text("x = 1", encoding="utf-8"))
print(root.exists(), root.is_dir(), (root / "one.txt").is_file(), (root / "none").exists(), (root / "one.txt").stat().st_size, Path("work/one.txt").samefile(root / "a/../one.txt"), root.is_symlink())
print(sorted(p.name for p in root.iterdir()), sorted(map(str, root.glob("*.txt"))), sorted(map(str, root.glob("**/*.txt"))), sorted(map(str, root.rglob("*.py"))), sorted(map(str, root.glob("*/"))), sorted(map(str, root.glob("a/*/*.py"))), list(root.glob("nope*")), sorted(map(str, root.rglob("*"))))
with (root / "log.txt").open("w") as f:
    print("line 1", file=f)
with open(root / "log.txt", "a") as f:
    f.write("line 2\n")
print((root / "log.txt").read_text().splitlines(), [l.strip() for l in (root / "log.txt").open()])
link = root / "link"
link.symlink_to("one.txt")
print(link.is_symlink(), link.is_file(), link.readlink(), link.resolve() == (root / "one.txt").resolve(), link.read_text() == "héllo\nworld\n", link.lstat().st_size)
(root / "hard").hardlink_to(root / "one.txt")
print((root / "one.txt").stat().st_nlink, (root / "log.txt").rename(root / "log2.txt"), (root / "log2.txt").replace(root / "two.bin"), (root / "two.bin").read_text()[:6])
for action in (lambda: root.mkdir(), lambda: Path("x/y").mkdir(), lambda: (root / "one.txt").mkdir(exist_ok=True), lambda: Path("none").read_text(), lambda: Path("none").unlink(), lambda: root.unlink(), lambda: root.rmdir(), lambda: Path("none").rmdir(), lambda: root.read_text(), lambda: Path("none").stat(), lambda: list(Path("none").iterdir()), lambda: (root / "one.txt").touch(exist_ok=False), lambda: Path("none").rename("other"), lambda: list(root.glob("")), lambda: list(root.glob("/abs")), lambda: (root / "one.txt").write_text(b"x"), lambda: (root / "one.txt").write_bytes("x"), lambda: list(root.glob("**x")), lambda: (root / "one.txt/deeper").exists()):
    try:
        print("no error", action())
    except (OSError, ValueError, TypeError, NotImplementedError) as e:
        print(type(e).__name__, e)
print(Path("none").unlink(missing_ok=True), list(Path("none").glob("*")), Path.cwd() == Path(os.getcwd()), Path("a").absolute() == Path.cwd() / "a", Path("~/x").expanduser() == Path(os.environ["HOME"]) / "x", Path.home() == Path(os.environ["HOME"]), Path("/../a/./b/..").resolve(), Path("q").resolve().name)
(root / "one.txt").chmod(0o600)
print(oct((root / "one.txt").stat().st_mode & 0o777), Path("/").is_mount(), Path("/dev/null").is_char_device(), Path("/dev/null").read_bytes(), (root / "nl.txt").write_text("a\nb", newline="\r\n"), (root / "nl.txt").read_bytes(), (root / "nl.txt").read_text())
loop = root / "loop"
loop.symlink_to("loop")
for action in (loop.exists, loop.read_text, loop.resolve, loop.is_file, loop.is_symlink):
    try:
        print(action())
    except (OSError, RuntimeError) as e:
        print(type(e).__name__)
for p in sorted(root.rglob("*"), reverse=True):
    p.rmdir() if p.is_dir() and not p.is_symlink() else p.unlink()
root.rmdir()
print(root.exists())
