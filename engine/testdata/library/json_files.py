# JSON in files: lines, settings that are updated, unusual types, round trips.
import datetime
import json
import os
from dataclasses import asdict, dataclass, field, is_dataclass
from enum import Enum
from pathlib import Path


class Level(Enum):
    LOW = "low"
    HIGH = "high"


@dataclass
class Item:
    name: str
    price: float
    tags: list = field(default_factory=list)


class Encoder(json.JSONEncoder):
    def default(self, o):
        if is_dataclass(o):
            return {"__item__": asdict(o)}
        if isinstance(o, Enum):
            return {"__level__": o.name}
        if isinstance(o, (datetime.datetime, datetime.date)):
            return {"__date__": o.isoformat()}
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if isinstance(o, Path):
            return str(o)
        return super().default(o)


def revive(d):
    if "__item__" in d:
        return Item(**d["__item__"])
    if "__level__" in d:
        return Level[d["__level__"]]
    if "__date__" in d:
        return datetime.datetime.fromisoformat(d["__date__"])
    return d


data = {"items": [Item("pen", 1.5, ["a"]), Item("cup", 3)], "level": Level.HIGH, "when": datetime.datetime(2024, 1, 2, 3, 4, 5), "set": {3, 1, 2}, "path": Path("a/b")}
with open("data.json", "w") as f:
    json.dump(data, f, cls=Encoder, indent=2, sort_keys=True)
print(Path("data.json").read_text())
with open("data.json") as f:
    back = json.load(f, object_hook=revive)
print(back["items"] == data["items"], back["level"], back["when"], back["set"], back["path"])
with open("rows.jsonl", "a", encoding="utf-8") as f:
    for i in range(3):
        f.write(json.dumps({"id": i, "text": "línea " * i}, ensure_ascii=False) + "\n")
with open("rows.jsonl", encoding="utf-8") as f:
    rows = [json.loads(line) for line in f if line.strip()]
print(rows, os.path.getsize("rows.jsonl"))
with open("settings.json", "w") as f:
    json.dump({"theme": "dark", "n": 1}, f)
with open("settings.json", "r+") as f:
    s = json.load(f)
    s["n"] += 1
    f.seek(0)
    json.dump(s, f)
    f.truncate()
print(Path("settings.json").read_text(), json.loads(Path("settings.json").read_bytes()))
Path("broken.json").write_text('{"a": 1,\n "b": [1, 2,, 3]}')
try:
    json.load(open("broken.json"))
except json.JSONDecodeError as e:
    print(f"broken.json:{e.lineno}:{e.colno}: {e.msg}")
try:
    with open("partial.json", "w") as f:
        json.dump({"ok": 1, "bad": object()}, f)
except TypeError as e:
    print(e, "|", Path("partial.json").read_text())
