// The query language of lessons, by the cases that the build's half reads too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ask, fits, parseQuery } from "../src/lesson/query";
import { Entity, KIND_NAMES, type Columns, type Header } from "../src/recording/format";
import { Recording } from "../src/recording/recording";

interface Cases {
  entities: [string, string, number][];
  events: [number, string, number, number, string, number][];
  end: number;
  cases: { query: string; answer?: string; error?: string; bad?: string; fits?: string[]; not?: string[] }[];
}

// The test runner starts in web/.
const cases = JSON.parse(readFileSync(join(process.cwd(), "../content/testdata/queries.json"), "utf8")) as Cases;

function recording(): Recording {
  const strings = [""];
  const intern = (s: string): number => {
    const at = strings.indexOf(s);
    return at >= 0 ? at : strings.push(s) - 1;
  };
  const kinds = Object.fromEntries(Object.entries(Entity).map(([name, n]) => [name.toLowerCase(), n]));
  const column = (i: number): number[] => cases.events.map((e) => e[i] as number);
  const columns: Columns = {
    time: Float64Array.from(column(0)),
    kind: Uint8Array.from(cases.events.map((e) => KIND_NAMES.indexOf(e[1]))),
    who: Uint32Array.from(column(2)), obj: Uint32Array.from(column(3)),
    arg: Uint32Array.from(cases.events.map((e) => intern(e[4]))), loc: Uint32Array.from(column(5)),
    ekind: Uint8Array.from(cases.entities.map((e) => kinds[e[0]]!)), ename: Uint32Array.from(cases.entities.map((e) => intern(e[1]))),
    eparent: Uint32Array.from(cases.entities.map((e) => e[2])),
    eborn: Uint32Array.from(cases.entities.map((_, i) => Math.max(0, cases.events.findIndex((e) => e[1] === "create" && e[2] === i)))),
  };
  const header: Header = {
    version: 1, engine: "test", strings, files: ["main.py"], end: cases.end, digest: "", seed: 1, cores: 1, exit: 0,
    error: null, truncated: false, nEvents: cases.events.length, nEntities: cases.entities.length,
  };
  return new Recording(header, columns);
}

test("queries answer as in the build", () => {
  const rec = recording();
  for (const c of cases.cases) {
    if (c.bad !== undefined) {
      assert.throws(() => parseQuery(c.query), Error, `${c.query} should not parse`);
      continue;
    }
    const query = parseQuery(c.query);
    if (c.error !== undefined) {
      assert.throws(() => ask(rec, query), Error, `${c.query} should have no answer`);
      continue;
    }
    const answer = ask(rec, query);
    assert.equal(answer.text, c.answer, c.query);
    for (const option of c.fits ?? []) assert.ok(fits(answer, option), `${c.query}: ${option} should fit ${answer.text}`);
    for (const option of c.not ?? []) assert.ok(!fits(answer, option), `${c.query}: ${option} should not fit ${answer.text}`);
  }
});
