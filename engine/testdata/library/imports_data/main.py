# Data files that lie beside the program.
import csv
import json
import os
from pathlib import Path
here = Path(__file__).parent
with open("data/people.csv", newline="") as f:
    for row in csv.DictReader(f):
        print(row)
print(json.loads((here / "data" / "settings.json").read_text()))
print(sorted(os.listdir("data")), sorted(p.name for p in here.glob("*.py")))
with open(here / "notes.txt", encoding="utf-8") as f:
    print([line.rstrip() for line in f])
import reader
print(reader.first("notes.txt"), os.path.getsize("notes.txt"), Path("main.py").read_text().splitlines()[0])
with open("notes.txt", "a") as f:
    f.write("more\n")
print(reader.first("notes.txt"), Path("notes.txt").read_text().count("\n"))
