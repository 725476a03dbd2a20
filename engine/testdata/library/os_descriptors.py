# Descriptors: open, read, write, seek, dup, pipes, and sharing of positions.
import errno
import os
fd = os.open("f.bin", os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o640)
print(fd > 2, os.write(fd, b"0123456789"), os.lseek(fd, 2, os.SEEK_SET), os.read(fd, 3), os.lseek(fd, 0, os.SEEK_CUR), os.lseek(fd, -1, os.SEEK_END), os.read(fd, 10), os.read(fd, 10))
two = os.dup(fd)
os.lseek(fd, 4, 0)
print(os.read(two, 2), os.lseek(fd, 0, 1), os.fstat(fd).st_size, oct(os.fstat(fd).st_mode), os.isatty(fd), os.get_inheritable(fd))
os.close(two)
print(os.pread(fd, 3, 1), os.pwrite(fd, b"XY", 0), os.lseek(fd, 0, 1), os.ftruncate(fd, 5), os.fsync(fd), os.pread(fd, 99, 0))
other = os.open("f.bin", os.O_WRONLY | os.O_APPEND)
print(os.write(other, b"end"), os.lseek(other, 0, 0), os.write(other, b"!"), open("f.bin").read())
for action in (lambda: os.read(other, 1), lambda: os.open("f.bin", os.O_CREAT | os.O_EXCL), lambda: os.open("nope", os.O_RDONLY), lambda: os.open(".", os.O_WRONLY), lambda: os.read(999, 1), lambda: os.write(fd, "text"), lambda: os.close(999), lambda: os.lseek(fd, -1, 0), lambda: os.read(fd, -1), lambda: os.fstat(-1), lambda: os.dup(77), lambda: os.open("f.bin/x", 0)):
    try:
        print(action())
    except (OSError, TypeError) as e:
        print(type(e).__name__, e)
with os.fdopen(fd, "r+") as f:
    print(f.name == fd, f.seek(0), f.read(), f.fileno() == fd)
try:
    os.close(fd)
except OSError as e:
    print(e.errno == errno.EBADF, errno.errorcode[e.errno], os.strerror(e.errno), os.strerror(9999))
os.close(other)
r, w = os.pipe()
print(r < w, os.write(w, b"through the pipe"), os.read(r, 7), os.read(r, 100), os.isatty(r), os.fstat(r).st_size)
os.set_blocking(r, False)
try:
    os.read(r, 1)
except BlockingIOError as e:
    print(e, os.get_blocking(r), os.get_blocking(w))
with open(w, "w") as wf, open(r) as rf:
    print("line", file=wf, flush=True)
    print(rf.readline(), end="")
    wf.write("rest")
    wf.close()
    print(rf.read())
    try:
        rf.seek(0)
    except OSError as e:
        print(type(e).__name__, e)
r, w = os.pipe()
os.close(r)
try:
    os.write(w, b"x")
except BrokenPipeError as e:
    print(type(e).__name__, e)
os.close(w)
fd = os.open("f.bin", os.O_RDONLY)
with open(fd, closefd=False) as f:
    f.read()
print(os.lseek(fd, 0, 0), os.read(fd, 2), os.close(fd))
saved = os.dup(1)
target = os.open("out.txt", os.O_WRONLY | os.O_CREAT)
os.dup2(target, 9)
os.write(9, b"written by number\n")
os.close(9)
os.close(target)
os.close(saved)
print(open("out.txt").read(), os.path.getsize("out.txt"), len(os.urandom(8)), os.cpu_count() > 0, os.getpid() > 0, os.umask(0o22) == 0o22)
