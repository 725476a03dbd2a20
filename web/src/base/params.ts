/* Knobs: parameters in the form-annotation grammar that notebook users know (Colab forms).

     workers = 4      #@param {type:"slider", min:1, max:16, step:1}
     mode = "fast"    #@param ["fast", "slow"] {allow-input: true}
     #@title Waiting together {run: "auto"}
     #@markdown How many pages to fetch.

   parseForm() finds them in a program, setLiteral() says which edit turns one. Both are pure: code in, positions
   out. The literal in the code is the only place where a value lives, so knob and code cannot disagree.
   A line counts only where Python would see a top-level assignment: not inside a string, not inside brackets. */

export type ParamKind = "slider" | "number" | "integer" | "boolean" | "string" | "raw" | "date" | "choice";

export type Value = number | string | boolean;

export interface Option { value: Value; raw: boolean; label: string }

export interface Param {
  name: string;
  kind: ParamKind;
  /** What the literal means: a number, a text, a truth value; for "raw" the text of the expression. */
  value: Value;
  /** The literal as written, and where: offsets into the program. */
  literal: string;
  from: number;
  to: number;
  line: number;
  min: number;
  max: number;
  step: number;
  options: Option[];
  allowInput: boolean;
  /** For choices: how a typed value is written ("string", "raw", "number", "integer"). */
  base: "string" | "raw" | "number" | "integer";
  placeholder: string;
}

export type ProblemKey = "notAssignment" | "badAnnotation" | "unknownType" | "badRange" | "badLiteral" | "emptyList" | "duplicate" | "noAnnotation" | "tooMany";

/** What is wrong with an annotation, and where. `args` fill the message of that name in the string tables. */
export interface Problem { key: ProblemKey; args: string[]; line: number; from: number; to: number }

export interface Form {
  params: Param[];
  problems: Problem[];
  title: string;
  /** `{run: "auto"}` on the title: turning a knob runs the program. */
  auto: boolean;
  markdown: { line: number; text: string }[];
}

/** More knobs than these are not drawn, and longer descriptions not read: programs come from strangers' links. */
const MAX_PARAMS = 64, MAX_ANNOTATION = 4000;

export function parseForm(source: string): Form {
  const form: Form = { params: [], problems: [], title: "", auto: false, markdown: [] };
  for (const c of comments(source)) {
    if (c.text.length > MAX_ANNOTATION) continue;
    const m = /^#\s?@(param|title|markdown)(?![\w-])[ \t]?(.*)$/s.exec(c.text);
    if (!m) continue;
    const word = m[1], rest = m[2] ?? "";
    if (word === "title") {
      const brace = rest.trimEnd().endsWith("}") ? rest.indexOf("{") : -1, options = brace < 0 ? "" : rest.slice(brace).trim();
      form.title ||= (brace < 0 ? rest : rest.slice(0, brace)).trim();
      if (options) {
        const o = loose(options);
        if (isRecord(o)) form.auto = o["run"] === "auto";
        else form.problems.push(problem("badAnnotation", [options], c));
      }
    } else if (word === "markdown") {
      if (form.markdown.length < MAX_PARAMS) form.markdown.push({ line: c.line, text: rest.trim() });
    } else if (form.params.length >= MAX_PARAMS || form.problems.length >= MAX_PARAMS) {
      form.problems.push(problem("tooMany", [String(MAX_PARAMS)], c));
      break;
    } else {
      param(source, c, rest.trim(), form);
    }
  }
  return form;
}

interface Comment { from: number; to: number; line: number; text: string; lineStart: number; topLevel: boolean }

const problem = (key: ProblemKey, args: string[], c: { line: number; from: number; to: number }): Problem =>
  ({ key, args, line: c.line, from: c.from, to: c.to });

function param(source: string, c: Comment, rest: string, form: Form): void {
  const before = source.slice(c.lineStart, c.from);
  const m = /^([\p{L}_][\p{L}\p{N}_]*)(?:[ \t]*:[^=]*)?[ \t]*=(?!=)[ \t]*/u.exec(before);
  if (!m || !c.topLevel) {
    form.problems.push(problem("notAssignment", [], c));
    return;
  }
  const literal = before.slice(m[0].length).trimEnd();
  const from = c.lineStart + m[0].length, to = from + literal.length;
  const name = m[1]!;
  if (form.params.some((p) => p.name === name)) {
    form.problems.push(problem("duplicate", [name], c));
    return;
  }
  const spec = annotation(rest);
  if (typeof spec === "string") {
    form.problems.push(problem(spec as ProblemKey, spec === "noAnnotation" ? [] : [rest], c));
    return;
  }
  const p: Param = {
    name, literal, from, to, line: c.line, kind: spec.kind, value: literal, base: spec.base,
    min: spec.min, max: spec.max, step: spec.step, options: spec.options, allowInput: spec.allowInput, placeholder: spec.placeholder,
  };
  if (spec.unknown) {
    form.problems.push(problem("unknownType", [spec.unknown], c));
    return;
  }
  if (!(p.max > p.min) || !(p.step > 0)) {
    form.problems.push(problem("badRange", [num(p.min), num(p.max), num(p.step)], c));
    return;
  }
  const v = literal === "" ? undefined : readLiteral(p, literal);
  if (v === undefined) {
    form.problems.push(problem("badLiteral", [name, literal, p.kind], { line: c.line, from, to: Math.max(to, from + 1) }));
    return;
  }
  p.value = v;
  form.params.push(p);
}

interface Spec { kind: ParamKind; base: Param["base"]; min: number; max: number; step: number; options: Option[]; allowInput: boolean; placeholder: string; unknown: string }

/** Reads what follows `#@param`: `{…}`, `[…]`, or `[…] {…}`. */
function annotation(rest: string): Spec | "badAnnotation" | "emptyList" | "noAnnotation" {
  if (rest === "") return "noAnnotation";
  let list: unknown, options: unknown = {};
  const r = new Loose(rest);
  try {
    if (r.peek() === "[") {
      list = r.value();
      if (r.peek() === "{") options = r.value();
    } else if (r.peek() === "{") options = r.value();
    else return "badAnnotation";
    if (!r.done()) return "badAnnotation";
  } catch {
    return "badAnnotation";
  }
  if (!isRecord(options)) return "badAnnotation";
  const type = options["type"] ?? (list ? "string" : "raw");
  const numeric = (key: string, fallback: number) => (typeof options[key] === "number" ? (options[key] as number) : fallback);
  const spec: Spec = {
    kind: "raw", base: "string", min: -Infinity, max: Infinity, step: 1, options: [], allowInput: options["allow-input"] === true,
    placeholder: typeof options["placeholder"] === "string" ? options["placeholder"] : "", unknown: "",
  };
  const kinds: ParamKind[] = ["slider", "number", "integer", "boolean", "string", "raw", "date"];
  if (typeof type !== "string" || !kinds.includes(type as ParamKind)) spec.unknown = String(type);
  spec.kind = type as ParamKind;
  if (spec.kind === "slider") {
    spec.min = numeric("min", 0);
    spec.max = numeric("max", 100);
    spec.step = numeric("step", 1);
  } else if (spec.kind === "number" || spec.kind === "integer") {
    spec.min = numeric("min", -Infinity);
    spec.max = numeric("max", Infinity);
    spec.step = numeric("step", spec.kind === "integer" ? 1 : 0);
    if (!spec.step) spec.step = 1e-9; // no step given: any number
  }
  if (Array.isArray(list)) {
    if (list.length === 0) return "emptyList";
    const raw = type === "raw" || type === "number" || type === "integer" || type === "boolean";
    for (const v of list as unknown[]) {
      if (typeof v === "string") spec.options.push({ value: v, raw, label: v });
      else if (typeof v === "number" || typeof v === "boolean") spec.options.push({ value: v, raw: true, label: typeof v === "boolean" ? (v ? "True" : "False") : num(v) });
      else return "badAnnotation";
    }
    spec.base = type === "number" || type === "integer" ? type : raw ? "raw" : "string";
    spec.kind = "choice";
  }
  return spec;
}

/** What a literal means for this kind of knob; undefined when it does not fit. */
export function readLiteral(p: Pick<Param, "kind" | "options" | "base">, literal: string): Value | undefined {
  switch (p.kind) {
    case "slider":
    case "number":
      return readNumber(literal);
    case "integer": {
      const n = readNumber(literal);
      return n !== undefined && Number.isInteger(n) && !/[.eE]/.test(literal.replace(/^[-+]?0[xX].*/, "")) ? n : undefined;
    }
    case "boolean":
      return literal === "True" ? true : literal === "False" ? false : undefined;
    case "string":
    case "date":
      return readString(literal);
    case "raw":
      return literal;
    case "choice": {
      const s = readString(literal), n = readNumber(literal);
      const hit = p.options.find((o) => o.raw ? o.label === literal || (typeof o.value === "number" && o.value === n) : o.value === s);
      if (hit) return hit.value;
      if (p.base === "string") return s ?? literal;
      return literal;
    }
  }
}

/** The text that stands for a value, written the way the present literal is written. Undefined: it cannot be. */
export function writeLiteral(p: Param, value: Value): string | undefined {
  switch (p.kind) {
    case "slider":
    case "number":
    case "integer": {
      const text = typeof value === "string" ? value.trim() : num(Number(value));
      const n = readNumber(text);
      if (n === undefined || !Number.isFinite(n)) return undefined;
      if (p.kind === "integer") return Number.isInteger(n) ? (typeof value === "string" && /^[-+]?[\d_]+$/.test(text) ? text : num(n)) : undefined;
      if (p.kind === "slider") return slide(p, n);
      // A float stays a float: 1.0 must not become 1, their reprs differ.
      if (typeof value === "number" && /[.eE]/.test(p.literal) && Number.isInteger(n) && !/[.eE]/.test(text)) return text + ".0";
      return text;
    }
    case "boolean":
      return value === true || value === "True" || value === "true" || value === "1" ? "True" : "False";
    case "string":
    case "date":
      return writeString(String(value), p.literal);
    case "raw": {
      const t = String(value).trim();
      return t !== "" && !/[\r\n#]/.test(t) ? t : undefined;
    }
    case "choice": {
      const hit = p.options.find((o) => o.value === value || o.label === String(value));
      if (hit) return hit.raw ? hit.label : writeString(String(hit.value), p.literal);
      if (!p.allowInput) return undefined;
      if (p.base === "string") return writeString(String(value), p.literal);
      const t = String(value).trim();
      if (p.base !== "raw" && readNumber(t) === undefined) return undefined;
      return t !== "" && !/[\r\n#]/.test(t) ? t : undefined;
    }
  }
}

/** The edit that turns a knob; undefined when the value cannot be written, null when nothing changes. */
export function setLiteral(p: Param, value: Value): { from: number; to: number; insert: string } | null | undefined {
  const insert = writeLiteral(p, value);
  if (insert === undefined) return undefined;
  return insert === p.literal ? null : { from: p.from, to: p.to, insert };
}

/** The program with these knobs turned; names of knobs that do not exist or do not take the value are returned. */
export function applyParams(source: string, values: Record<string, Value>): { source: string; rejected: string[] } {
  const rejected: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const p = parseForm(source).params.find((q) => q.name === name);
    const edit = p ? setLiteral(p, value) : undefined;
    if (edit === undefined) rejected.push(name);
    else if (edit) source = source.slice(0, edit.from) + edit.insert + source.slice(edit.to);
  }
  return { source, rejected };
}

/** Which knobs differ between a program and its original, if nothing else does; null when more was edited. */
export function knobsOnly(original: string, current: string): Record<string, Value> | null {
  if (original === current) return {};
  const now = parseForm(current).params, values: Record<string, Value> = {};
  for (const p of parseForm(original).params) {
    const q = now.find((x) => x.name === p.name);
    if (!q) return null;
    if (q.literal !== p.literal) values[p.name] = q.value;
  }
  return applyParams(original, values).source === current ? values : null;
}

function slide(p: Param, n: number): string {
  const digits = Math.max(decimals(p.step), Number.isFinite(p.min) ? decimals(p.min) : 0);
  const clamped = Math.min(Math.max(n, p.min), p.max);
  const snapped = Math.min(p.min + Math.round((clamped - p.min) / p.step) * p.step, p.max);
  const text = snapped.toFixed(digits);
  const value = Number(text);
  if (digits === 0 && /[.eE]/.test(p.literal)) return num(value) + ".0";
  return digits > 0 && Number.isInteger(value) ? value.toFixed(1) : num(value);
}

const decimals = (n: number): number => {
  const m = /(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(n));
  return Math.max(0, (m?.[1]?.length ?? 0) - Number(m?.[2] ?? 0));
};

/** A number as Python writes it, without exponents where they can be avoided. */
export const num = (n: number): string => (Object.is(n, -0) ? "0" : String(n).replace("e+", "e"));

function readNumber(text: string): number | undefined {
  const m = /^([-+]?)\s*(.*)$/.exec(text)!;
  const body = m[2]!;
  let n: number;
  if (/^(0[xX](_?[\da-fA-F])+|0[oO](_?[0-7])+|0[bB](_?[01])+)$/.test(body)) n = Number(body.replaceAll("_", ""));
  else if (/^(\d(_?\d)*\.?(\d(_?\d)*)?|\.\d(_?\d)*)([eE][-+]?\d(_?\d)*)?$/.test(body)) n = Number(body.replaceAll("_", ""));
  else return undefined;
  return m[1] === "-" ? -n : n;
}

const ESCAPES: Record<string, string> = { n: "\n", t: "\t", r: "\r", "\\": "\\", "'": "'", '"': '"', a: "\x07", b: "\b", f: "\f", v: "\v", "\n": "" };

/** The value of a plain Python string literal on one line; undefined for anything else (bytes, f-strings, sums). */
export function readString(literal: string): string | undefined {
  const m = /^([uUrR]?)('''|"""|'|")/.exec(literal);
  if (!m) return undefined;
  const raw = /[rR]/.test(m[1]!), q = m[2]!, start = m[0].length;
  let out = "", i = start;
  while (i < literal.length) {
    if (literal.startsWith(q, i)) return i + q.length === literal.length ? out : undefined;
    const c = literal[i]!;
    if (c !== "\\") { out += c; i++; continue; }
    const next = literal[i + 1];
    if (next === undefined) return undefined;
    if (raw) { out += c + next; i += 2; continue; }
    const hex = /^\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/.exec(literal.slice(i, i + 10));
    const oct = /^\\([0-7]{1,3})/.exec(literal.slice(i, i + 4));
    if (hex) {
      const code = parseInt(hex[1] ?? hex[2] ?? hex[3]!, 16);
      if (code > 0x10ffff) return undefined;
      out += String.fromCodePoint(code); i += hex[0].length;
    } else if (oct) { out += String.fromCharCode(parseInt(oct[1]!, 8)); i += oct[0].length; }
    else if (next in ESCAPES) { out += ESCAPES[next]; i += 2; }
    else { out += "\\" + next; i += 2; }
  }
  return undefined;
}

/** A text as a Python literal, with the quotes of the one it replaces. */
export function writeString(value: string, like: string): string {
  const q = /^[uUrR]?(['"])/.exec(like)?.[1] ?? '"';
  let out = "";
  for (const ch of value) {
    const code = ch.codePointAt(0)!;
    if (ch === "\\" || ch === q) out += "\\" + ch;
    else if (ch === "\n") out += "\\n";
    else if (ch === "\r") out += "\\r";
    else if (ch === "\t") out += "\\t";
    else if (code < 32 || code === 127 || code === 0x2028 || code === 0x2029) out += code < 256 ? "\\x" + code.toString(16).padStart(2, "0") : "\\u" + code.toString(16);
    else out += ch;
  }
  return q + out + q;
}

/** Every comment of a program, with what a reader of lines cannot know: whether it ends a top-level logical line. */
function* comments(source: string): Generator<Comment> {
  let i = 0, line = 1, lineStart = 0, depth = 0, fresh = true; // fresh: this physical line begins a statement at column 0
  const n = source.length;
  const newline = (continued: boolean) => { line++; lineStart = i; fresh = !continued && depth === 0; };
  while (i < n) {
    const c = source[i]!;
    if (c === "\n") { i++; newline(false); }
    else if (c === "\\" && (source[i + 1] === "\n" || source.startsWith("\r\n", i + 1))) { i += source[i + 1] === "\n" ? 2 : 3; newline(true); }
    else if (c === "#") {
      let end = source.indexOf("\n", i);
      if (end < 0) end = n;
      if (source[end - 1] === "\r") end--;
      yield { from: i, to: end, line, text: source.slice(i, end), lineStart, topLevel: fresh && depth === 0 };
      i = end;
    } else if (c === '"' || c === "'") {
      const triple = source.startsWith(c.repeat(3), i), q = triple ? c.repeat(3) : c;
      i += q.length;
      let spans = false;
      while (i < n && !source.startsWith(q, i)) {
        if (source[i] === "\\") i++;
        if (source[i] === "\n") {
          if (!triple && source[i - 1] !== "\\") break;
          line++; lineStart = i + 1; spans = true;
        }
        i++;
      }
      if (source.startsWith(q, i)) i += q.length;
      if (spans) fresh = false;
    } else {
      if (c === "(" || c === "[" || c === "{") depth++;
      else if (c === ")" || c === "]" || c === "}") depth = Math.max(0, depth - 1);
      i++;
    }
  }
}

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null && !Array.isArray(v);

function loose(text: string): unknown {
  try {
    const r = new Loose(text);
    const v = r.value();
    return r.done() ? v : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the relaxed JSON that annotations are written in: keys without quotes (and with hyphens), either kind of
    quote, commas at the end, Python's and JavaScript's truth values. Nesting is bounded by `depth`. */
class Loose {
  private i = 0;
  constructor(private s: string) {}
  peek(): string { this.space(); return this.s[this.i] ?? ""; }
  done(): boolean { return this.peek() === ""; }
  private space(): void { while (/\s/.test(this.s[this.i] ?? "")) this.i++; }
  private fail(): never { throw new SyntaxError(`at ${this.i}`); }

  value(depth = 0): unknown {
    if (depth > 4) this.fail();
    const c = this.peek();
    if (c === "{") {
      const out: Record<string, unknown> = Object.create(null);
      for (this.i++; this.peek() !== "}"; ) {
        const k = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([\w$-]+))/.exec(this.s.slice(this.i));
        if (!k) this.fail();
        this.i += k[0].length;
        if (this.peek() !== ":") this.fail();
        this.i++;
        out[k[1] ?? k[2] ?? k[3]!] = this.value(depth + 1);
        if (this.peek() === ",") this.i++;
        else if (this.peek() !== "}") this.fail();
      }
      this.i++;
      return out;
    }
    if (c === "[") {
      const out: unknown[] = [];
      for (this.i++; this.peek() !== "]"; ) {
        out.push(this.value(depth + 1));
        if (this.peek() === ",") this.i++;
        else if (this.peek() !== "]") this.fail();
      }
      this.i++;
      return out;
    }
    const str = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/.exec(this.s.slice(this.i));
    if (str) {
      this.i += str[0].length;
      const v = readString(str[0]);
      if (v === undefined) this.fail();
      return v;
    }
    const word = /^[-+\w.]+/.exec(this.s.slice(this.i));
    if (!word) this.fail();
    this.i += word[0].length;
    const w = word[0];
    if (w === "true" || w === "True") return true;
    if (w === "false" || w === "False") return false;
    if (w === "null" || w === "None") return null;
    const v = readNumber(w);
    if (v === undefined) this.fail();
    return v;
  }
}
