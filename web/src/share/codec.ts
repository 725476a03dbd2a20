/* The fragment of a link to a modified program: "v1." + base64url(deflate(JSON)).
   Never with "=" and never with "_" at its end: chat tools take the one for the end of the address and the other
   for the end of italics. Reading one inflates in small steps and stops at MAX_JSON, so that a few kilobytes that
   unfold to gigabytes cost nothing. */

import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
import { check, LinkError, type Shared } from "./state";

export const VERSION = "v1";
export const MAX_JSON = 1 << 20;
const MAX_FRAGMENT = 1 << 20;
/** Chat tools cut addresses at about this length. */
export const LONG_LINK = 2000;

export function encode(s: Shared): string {
  const out: Record<string, unknown> = {};
  for (const [k, v] of Object.entries(s)) {
    if (v === null || v === "" || (typeof v === "object" && Object.keys(v).length === 0)) continue;
    out[k] = v;
  }
  if (s.code === "") out["code"] = ""; // an empty program is a program
  let json = JSON.stringify(out);
  for (;;) {
    const text = base64url(deflateSync(strToU8(json), { level: 9, mem: 9 }));
    if (!text.endsWith("_")) return `${VERSION}.${text}`;
    json += " "; // white space at the end means nothing in JSON and changes the last characters
  }
}

/** Whether a fragment (without "#") means to be ours at all. Others are left alone: they may be anchors. */
export const isShare = (fragment: string): boolean => /^v\d+\./.test(fragment);

export function decode(fragment: string): Shared {
  const m = /^v(\d+)\.(.*)$/s.exec(fragment);
  if (!m) throw new LinkError("broken");
  if (m[1] !== VERSION.slice(1)) throw new LinkError("version", m[1]!.slice(0, 12));
  const body = m[2]!;
  if (body.length > MAX_FRAGMENT) throw new LinkError("tooBig");
  const json = inflate(unbase64url(body));
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    throw new LinkError("broken");
  }
  return check(raw);
}

function inflate(data: Uint8Array): string {
  const chunks: Uint8Array[] = [];
  let size = 0, ended = false;
  const stream = new Inflate((chunk, final) => {
    size += chunk.length;
    if (size > MAX_JSON) throw new LinkError("tooBig");
    chunks.push(chunk.slice());
    ended ||= final;
  });
  try {
    // Deflate unfolds at most 1032 times: what one step can yield is bounded before it is counted.
    for (let i = 0; i < data.length; i += 512) stream.push(data.subarray(i, i + 512), i + 512 >= data.length);
  } catch (e) {
    if (e instanceof LinkError) throw e;
    throw new LinkError((e as { code?: number }).code === 0 ? "truncated" : "broken"); // fflate's code 0: unexpected end
  }
  if (!ended || size === 0) throw new LinkError("truncated");
  const all = new Uint8Array(size);
  let at = 0;
  for (const c of chunks) { all.set(c, at); at += c.length; }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(all);
  } catch {
    throw new LinkError("broken");
  }
}

function base64url(data: Uint8Array): string {
  return btoa(strFromU8(data, true)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function unbase64url(text: string): Uint8Array {
  if (!/^[\w-]+$/.test(text)) throw new LinkError(text === "" ? "truncated" : "broken");
  try {
    return strToU8(atob(text.replaceAll("-", "+").replaceAll("_", "/")), true);
  } catch {
    throw new LinkError("truncated");
  }
}
