// The wire format of a recording, version 1, as the engine's trace package writes it: one JSON header
// and a few columns of little-endian numbers, moved from the worker without a copy.
// This file knows the numbers of the format; Recording gives them meaning.
// May import: nothing. Must not know: the page.

export const FORMAT_VERSION = 1;

/** Event kinds; the numbers are part of the format. */
export const Kind = {
  CREATE: 1, READY: 2, RUN: 3, WAIT: 4, LOCKWAIT: 5, DONE: 6, FAIL: 7, CANCELLED: 8,
  SWITCH: 9, WAKE: 10, CANCEL: 11, DELIVER: 12, SCHEDULE: 13, CALLBACK: 14, SUBMIT: 15, PICKUP: 16,
  PUT: 17, GET: 18, ACQUIRE: 19, RELEASE: 20, COUNT: 21, OUT: 22, ERR: 23, ITER: 24, TIMER: 25,
  MARK: 26, LINE: 27, RESULT: 28, NOTE: 29, SPAN: 30, SPANEND: 31,
} as const;

/** The names a moment may use ("lane/wait#2"), by number. */
export const KIND_NAMES: readonly string[] = [
  "", "create", "ready", "run", "wait", "lockwait", "done", "fail", "cancelled",
  "switch", "wake", "cancel", "deliver", "schedule", "callback", "submit", "pickup",
  "put", "get", "acquire", "release", "count", "out", "err", "iter", "timer",
  "mark", "line", "result", "note", "span", "spanend",
];

/** The states an entity can be in: the kinds of the events that begin one. */
export type State = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export const isState = (kind: number): kind is State => kind >= Kind.CREATE && kind <= Kind.CANCELLED;
export const isEnd = (kind: number): boolean => kind >= Kind.DONE && kind <= Kind.CANCELLED;

/** Entity kinds; the numbers are part of the format. */
export const Entity = {
  NONE: 0, MACHINE: 1, PROCESS: 2, THREAD: 3, LOOP: 4, TASK: 5, GREENLET: 6, GENERATOR: 7, FUTURE: 8,
  LOCK: 9, QUEUE: 10, POOL: 11, WORKER: 12, TIMER: 13, CONNECTION: 14, FILE: 15, HUB: 16, CORE: 17,
  GIL: 18, HANDLE: 19, COROUTINE: 20, ASYNCGEN: 21,
} as const;

export interface RecordingError {
  readonly kind: string;
  readonly message: string;
  readonly line?: number;
}

export interface Header {
  readonly version: number;
  readonly engine: string;
  readonly strings: readonly string[];
  readonly files: readonly string[];
  /** Virtual nanoseconds from start to end. */
  readonly end: number;
  readonly digest: string;
  readonly seed: number;
  readonly cores: number;
  readonly exit: number;
  readonly error: RecordingError | null;
  readonly truncated: boolean;
  readonly nEvents: number;
  readonly nEntities: number;
}

/** What the worker hands over: the bytes of each column, as Uint8Array or as its buffer. */
export type Bytes = ArrayBuffer | Uint8Array;
export interface ColumnBytes {
  readonly time: Bytes;
  readonly kind: Bytes;
  readonly who: Bytes;
  readonly obj: Bytes;
  readonly arg: Bytes;
  readonly loc: Bytes;
  readonly ekind: Bytes;
  readonly ename: Bytes;
  readonly eparent: Bytes;
  readonly eborn: Bytes;
}

export interface Columns {
  readonly time: Float64Array;
  readonly kind: Uint8Array;
  readonly who: Uint32Array;
  readonly obj: Uint32Array;
  readonly arg: Uint32Array;
  readonly loc: Uint32Array;
  readonly ekind: Uint8Array;
  readonly ename: Uint32Array;
  readonly eparent: Uint32Array;
  readonly eborn: Uint32Array;
}

/** A source position: file index and line, from an event's loc. */
export const fileOf = (loc: number): number => loc >>> 20;
export const lineOf = (loc: number): number => loc & 0xfffff;

function bytesOf(value: Bytes, name: string): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  throw new Error(`the recording has no column "${name}"`);
}

/** A view on the bytes where they are aligned, a copy where they are not. */
function aligned(bytes: Uint8Array, size: number): { buffer: ArrayBuffer; offset: number } {
  if (bytes.byteOffset % size === 0) return { buffer: bytes.buffer as ArrayBuffer, offset: bytes.byteOffset };
  const copy = bytes.slice();
  return { buffer: copy.buffer as ArrayBuffer, offset: 0 };
}

/** Checks the header and the lengths of the columns, and views the bytes as numbers. */
export function decode(header: Header | string, columns: ColumnBytes): { header: Header; columns: Columns } {
  const head: Header = typeof header === "string" ? (JSON.parse(header) as Header) : header;
  if (head.version !== FORMAT_VERSION) {
    throw new Error(`this page reads recordings of version ${FORMAT_VERSION}, this one has version ${head.version}`);
  }
  const n = head.nEvents;
  const u8 = (name: "kind" | "ekind", length: number): Uint8Array => {
    const bytes = bytesOf(columns[name], name);
    expectLength(name, bytes.length, length);
    return bytes;
  };
  const u32 = (name: "who" | "obj" | "arg" | "loc" | "ename" | "eparent" | "eborn", length: number): Uint32Array => {
    const bytes = bytesOf(columns[name], name);
    expectLength(name, bytes.length, length * 4);
    const { buffer, offset } = aligned(bytes, 4);
    return new Uint32Array(buffer, offset, length);
  };
  const timeBytes = bytesOf(columns.time, "time");
  expectLength("time", timeBytes.length, n * 8);
  const time = aligned(timeBytes, 8);
  // The writers may or may not count "none", entity 0; the columns themselves say.
  const entities = bytesOf(columns.ekind, "ekind").length;
  return {
    header: head,
    columns: {
      time: new Float64Array(time.buffer, time.offset, n),
      kind: u8("kind", n), who: u32("who", n), obj: u32("obj", n), arg: u32("arg", n), loc: u32("loc", n),
      ekind: u8("ekind", entities), ename: u32("ename", entities),
      eparent: u32("eparent", entities), eborn: u32("eborn", entities),
    },
  };
}

function expectLength(name: string, got: number, want: number): void {
  if (got !== want) throw new Error(`the recording's column "${name}" has ${got} bytes instead of ${want}`);
}
