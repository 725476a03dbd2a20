# os: files and directories by name, and the errors with both names.
import os
print(os.path.basename(os.getcwd()) != "", os.listdir(), os.mkdir("d"), os.makedirs("d/e/f"), sorted(os.listdir("d")), os.makedirs("d/e", exist_ok=True))
open("d/a.txt", "w").write("hello")
print(os.path.getsize("d/a.txt"), os.stat("d/a.txt").st_size, oct(os.stat("d/a.txt").st_mode), oct(os.stat("d").st_mode), os.stat("d/a.txt").st_nlink, os.stat("d")[6] >= 0)
os.rename("d/a.txt", "d/b.txt")
os.replace("d/b.txt", "c.txt")
os.link("c.txt", "hard.txt")
os.symlink("c.txt", "soft.txt")
os.symlink("nowhere", "dangling")
print(sorted(os.listdir()), os.stat("c.txt").st_nlink, os.readlink("soft.txt"), os.path.islink("soft.txt"), os.path.exists("dangling"), os.path.lexists("dangling"), os.path.samefile("c.txt", "hard.txt"))
print(os.lstat("soft.txt").st_size, os.stat("soft.txt").st_size, os.path.realpath("soft.txt") == os.path.abspath("c.txt"), open("soft.txt").read())
for action in (lambda: os.mkdir("d"), lambda: os.mkdir("x/y"), lambda: os.makedirs("d/e"), lambda: os.makedirs("c.txt/z"), lambda: os.rmdir("d"), lambda: os.rmdir("c.txt"), lambda: os.rmdir("nope"), lambda: os.remove("nope"), lambda: os.unlink("d"), lambda: os.rename("nope", "n2"), lambda: os.rename("c.txt", "d"), lambda: os.rename("d", "d/e/g"), lambda: os.listdir("nope"), lambda: os.listdir("c.txt"), lambda: os.stat("dangling"), lambda: os.readlink("c.txt"), lambda: os.symlink("a", "soft.txt"), lambda: os.link("nope", "z"), lambda: os.chdir("c.txt"), lambda: os.scandir("nope"), lambda: os.open("nope", os.O_RDONLY), lambda: os.stat(b"bytes"), lambda: os.truncate("nope", 0), lambda: os.utime("nope"), lambda: os.chmod("nope", 0)):
    try:
        print("no error:", action())
    except OSError as e:
        print(type(e).__name__, e.errno, e.strerror, e.filename, e.filename2, "|", e)
for action in (lambda: os.mkdir(5), lambda: os.stat(1.5), lambda: os.remove(None), lambda: os.listdir(2.5), lambda: os.rename("a"), lambda: os.fspath(3), lambda: os.path.join("a", 5), lambda: os.mkdir("a\0b")):
    try:
        print(action())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e).replace("an integer or ", "").replace("integer or ", ""))
os.remove("hard.txt")
print(os.stat("c.txt").st_nlink, os.removedirs("d/e/f"), os.path.exists("d"), os.truncate("c.txt", 2), open("c.txt").read(), os.listdir(b".")[0][:0])
os.chmod("c.txt", 0o600)
os.utime("c.txt", (1_000_000, 2_000_000.5))
st = os.stat("c.txt")
print(oct(st.st_mode & 0o777), st.st_mtime, st.st_atime, st.st_mtime_ns, os.path.getmtime("c.txt"), os.access("c.txt", os.R_OK | os.W_OK), os.access("nope", os.F_OK), type(st).__name__, len(st))
os.renames("c.txt", "p/q/r.txt")
print(os.path.exists("p/q/r.txt"), os.renames("p/q/r.txt", "r.txt"), os.path.exists("p"))
