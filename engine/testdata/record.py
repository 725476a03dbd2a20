#!/usr/bin/python3
"""Record what the reference implementation prints for the conformance programs.

    engine/testdata/record.py                    every program that has no record yet
    engine/testdata/record.py asyncio            one area, again
    engine/testdata/record.py asyncio/gather.py  one program, again
    engine/testdata/record.py --all              everything, again
    engine/testdata/record.py --check [...]      record nothing, compare with what is stored

A program is <area>/NAME.py, or a folder <area>/NAME with a main.py (or __main__.py) and the other
files of the program. Beside it are stored

    NAME.out    its standard output, always
    NAME.err    its standard error, when it is not empty
    NAME.exit   its exit status, when it is not 0

and it may bring NAME.in, its standard input. Each program runs five times, each time with other
hash seeds and in a fresh folder; one that does not print the same every time is refused, because
then the reference leaves open what it prints and there is nothing to compare with.

What is normalised, here and in the test that compares (engine/conformance_test.go):
  - the program's own path becomes main.py, those of its other files become relative
  - addresses (0x7f31...) become 0x...
  - the time at which gevent reports an error becomes 2000-01-01T00:00:00Z
  - frames of library code are left out of tracebacks: their lines mean nothing to a reader

Only Python 3.11 records: other versions word errors differently.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

RUNS = 5
SECONDS = 60
HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = "/usr/bin/python3"

FRAME = re.compile(r'^([ |]*?)  File "([^"]+)", line \d+')
ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{4,}\b")
REPORTED = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ ", re.M)
LIBRARY = ("/", "<", "src/gevent/")  # compiled modules of gevent name their sources so
OWN = ("<string>", "<stdin>")  # what exec() and eval() run is the program's
WARNING = re.compile(r"^(/\S+?\.py):\d+: (\w*Warning:.*)$")


def without_library_frames(text):
    """Drop the frames of a traceback that are not the program's own, with their source lines."""
    kept = []
    inside = None  # the prefix of the library frame we are in, or None
    for line in text.splitlines(keepends=True):
        frame = FRAME.match(line)
        if frame:
            library = frame.group(2).startswith(LIBRARY) and frame.group(2) not in OWN
            inside = frame.group(1) if library else None
            if inside is None:
                kept.append(line)
            continue
        if inside is not None:
            # Source and caret lines are indented below their frame; so is the note on repetitions.
            if line.startswith(inside + "    ") or line.startswith(inside + "  [Previous line"):
                continue
            inside = None
        kept.append(line)
    return "".join(kept)


def without_library_warnings(text):
    """A warning raised by library code names a library line, which means nothing here."""
    kept = []
    skip = False
    for line in text.splitlines(keepends=True):
        warning = WARNING.match(line)
        if warning:
            kept.append("<library>: " + warning.group(2) + "\n")
            skip = True
            continue
        if skip and line.startswith("  "):
            skip = False
            continue
        skip = False
        kept.append(line)
    return "".join(kept)


def normalise(text, path):
    text = text.replace(path, os.path.basename(path))
    text = text.replace(os.path.dirname(path) + "/", "")
    text = ADDRESS.sub("0x...", text)
    text = REPORTED.sub("2000-01-01T00:00:00Z ", text)
    return without_library_warnings(without_library_frames(text))


def base_of(program):
    return program if os.path.isdir(program) else program[:-3]


def is_program(path):
    if os.path.isdir(path):
        return any(os.path.exists(os.path.join(path, n)) for n in ("main.py", "__main__.py"))
    return path.endswith(".py")


def run_once(program):
    """Run the program in a folder of its own; return (stdout, stderr, exit status)."""
    folder = tempfile.mkdtemp(prefix="record-")
    try:
        path = os.path.join(folder, "main.py")
        if os.path.isdir(program):
            shutil.copytree(program, folder, dirs_exist_ok=True)
            if not os.path.exists(path):
                path = os.path.join(folder, "__main__.py")
        else:
            shutil.copyfile(program, path)
        given = b""
        if os.path.exists(base_of(program) + ".in"):
            with open(base_of(program) + ".in", "rb") as f:
                given = f.read()
        done = subprocess.run(
            [PYTHON, "-B", path],
            cwd=folder,
            input=given,
            capture_output=True,
            timeout=SECONDS,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder, "COLUMNS": "80"},
        )
        out = normalise(done.stdout.decode("utf-8"), path)
        err = normalise(done.stderr.decode("utf-8"), path)
        return out, err, done.returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def observe(program):
    """Run the program RUNS times; return what it does, or raise ValueError."""
    first = None
    for n in range(RUNS):
        try:
            seen = run_once(program)
        except subprocess.TimeoutExpired:
            raise ValueError(f"does not end within {SECONDS} s") from None
        if seen[2] < 0:
            raise ValueError(f"was ended by signal {-seen[2]}")
        if first is None:
            first = seen
        elif seen != first:
            part = next(w for w, a, b in zip(("stdout", "stderr", "exit status"), seen, first) if a != b)
            raise ValueError(f"is not deterministic: run {n + 1} differs from run 1 in its {part}")
    return first


def stored(base):
    def read(name, default):
        try:
            with open(name, encoding="utf-8", newline="") as f:
                return f.read()
        except FileNotFoundError:
            return default

    return read(base + ".out", None), read(base + ".err", ""), int(read(base + ".exit", "0"))


def store(base, seen):
    for name, text in ((".out", seen[0]), (".err", seen[1] or None), (".exit", f"{seen[2]}\n" if seen[2] else None)):
        if text is None:
            if os.path.exists(base + name):
                os.remove(base + name)
        else:
            with open(base + name, "w", encoding="utf-8", newline="") as f:
                f.write(text)


def programs(words):
    found = []
    for word in words or sorted(os.listdir(HERE)):
        place = word if os.path.exists(word) else os.path.join(HERE, word)
        if os.path.isdir(place) and not is_program(place):
            found += sorted(os.path.join(place, n) for n in os.listdir(place) if is_program(os.path.join(place, n)))
        elif os.path.exists(place) and is_program(place):
            if words:
                found.append(os.path.abspath(place))
        elif words:
            sys.exit(f"record.py: there is no {word}")
    return found


def main():
    words = [w for w in sys.argv[1:] if not w.startswith("--")]
    flags = {w for w in sys.argv[1:] if w.startswith("--")}
    if flags - {"--all", "--check", "--help"}:
        sys.exit(f"record.py: unknown option {sorted(flags)[0]}")
    if "--help" in flags:
        print(__doc__.strip())
        return
    version = subprocess.run([PYTHON, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], capture_output=True, text=True)
    if version.stdout.strip() != "3.11":
        sys.exit(f"record.py: {PYTHON} is Python {version.stdout.strip()}; the records are those of Python 3.11")
    bad = done = 0
    for program in programs(words):
        base, name = base_of(program), os.path.relpath(program, HERE)
        if not words and not flags and os.path.exists(base + ".out"):
            continue
        try:
            seen = observe(program)
        except (ValueError, UnicodeDecodeError) as e:
            print(f"{name}: {e}", file=sys.stderr)
            bad += 1
            continue
        done += 1
        if "--check" in flags:
            if stored(base) != seen:
                print(f"{name}: the reference no longer does what is stored", file=sys.stderr)
                bad += 1
            continue
        store(base, seen)
        print(f"{name}: recorded" + (f" (exit {seen[2]})" if seen[2] else ""))
    if bad:
        sys.exit(f"record.py: {bad} of {done + bad} refused")


if __name__ == "__main__":
    main()
