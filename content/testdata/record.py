"""Record what the reference interpreter prints for each scenario, with each knob setting that a lesson asks about.

    /usr/bin/python3 content/testdata/record.py

Writes outputs/NAME.out, and outputs/NAME,knob=value.out for the settings in the lessons' predict and try lines; the
knobs of the simulated machine are not the program's, and are left out. Needs CPython 3.11 with greenlet, gevent and
psutil.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
content = here.parent
PARAM = re.compile(r"^([A-Za-z_]\w*)(\s*=\s*)(.+?)(\s*#\s*@param\b.*)$")


def with_knobs(source, knobs):
    lines = source.split("\n")
    for i, line in enumerate(lines):
        m = PARAM.match(line)
        if m and m[1] in knobs:
            value = knobs[m[1]]
            if m[3][0] in "'\"" and value[0] not in "'\"":
                value = f'"{value}"'
            lines[i] = m[1] + m[2] + value + m[4]
    return "\n".join(lines)


def settings():
    """Yields (scenario, "knob=value, ...") for every program and every setting in the lessons."""
    seen = set()
    for path in sorted(content.glob("scenarios/*.py")):
        seen.add((path.stem, ""))
    for lesson in sorted(content.glob("en/*/*.md")):
        name = None
        for line in lesson.read_text().splitlines():
            if m := re.match(r"::: scenario (\w+)", line):
                name = m[1]
            elif m := re.match(r"::: predict .* with (.+)", line) or re.match(r"::: try (.+)", line):
                seen.add((name, m[1].strip()))
    return sorted(seen)


outputs = here / "outputs"
for old in outputs.glob("*.out"):
    old.unlink()
index = (content / "scenarios" / "index.yaml").read_text()
exits = {m[1]: int(m[2]) for m in re.finditer(r"- name: (\w+)\n(?:  .*\n)*?  exit: (\d+)", index)}
for name, knobs in settings():
    source = (content / "scenarios" / f"{name}.py").read_text()
    pairs = dict(part.strip().split("=") for part in knobs.split(",")) if knobs else {}
    pairs = {k: v for k, v in pairs.items() if not k.startswith("machine.")}
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder, f"{name}.py")
        program.write_text(with_knobs(source, pairs))
        run = subprocess.run([sys.executable, program], capture_output=True, text=True, timeout=60)
    if run.returncode != exits.get(name, 0):
        sys.exit(f"{name} {knobs}: status {run.returncode}\n{run.stderr}")
    file = ",".join([name, *(f"{k}={v}" for k, v in pairs.items())]) + ".out"
    (outputs / file).write_text(run.stdout)
    print(file)
