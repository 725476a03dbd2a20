// A server for the measurements: the built site and Pyodide, side by side, both packed with Brotli.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

export const here = dirname(fileURLToPath(import.meta.url));
export const root = dirname(dirname(here));
export const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export function chromiumPath() {
  const found = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((p) => p && existsSync(p));
  if (!found) throw new Error("no Chromium found; install it, or name it in CHROMIUM");
  return found;
}

/** The names of the built site's files that measurements need. */
export function site() {
  const file = join(root, "dist", "site.json");
  if (!existsSync(file)) throw new Error("there is no site in dist/; write it with: go run . build -o dist");
  const names = Object.keys(JSON.parse(readFileSync(file, "utf8")).files);
  const one = (re) => names.find((n) => re.test(n)) ?? "";
  return { wasm: one(/^assets\/engine\..*\.wasm$/), wasmExec: one(/^assets\/wasm_exec\..*\.js$/), worker: one(/^assets\/worker\..*\.js$/), main: one(/^assets\/main\..*\.js$/), style: one(/^assets\/main\..*\.css$/) };
}

/** A file packed by `pack`, which is slow, so results are kept by content. */
export function packed(file, pack) {
  const text = readFileSync(file), folder = join(root, ".cache", "bench");
  const kept = join(folder, createHash("sha256").update(text).update(pack.toString()).digest("hex").slice(0, 32));
  if (!existsSync(kept)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(kept, pack(text));
  }
  return readFileSync(kept);
}
const brotli = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".zip": "application/zip" };

/** A page that does nothing but load Pyodide and run the scenario that our page runs. */
function pyodidePage() {
  const source = readFileSync(join(root, "content", "scenarios", "producer.py"), "utf8");
  return `<!doctype html><meta charset="utf-8"><title>Pyodide</title><link rel="preload" as="fetch" href="/pyodide/pyodide.asm.wasm" crossorigin><script type="module">
    import { loadPyodide } from "/pyodide/pyodide.mjs";
    const pyodide = await loadPyodide({ indexURL: "/pyodide/" });
    pyodide.runPython(${JSON.stringify(source).replaceAll("<", "\\u003c")});
    globalThis.finished = true;
  </script>`;
}

/** Writes bodies at the pace of a line that all answers share, each after a delay. */
function line({ bytesPerSecond, latencyMs }) {
  let free = 0; // when the line is free again
  return async (response, body) => {
    await new Promise((r) => setTimeout(r, latencyMs));
    for (let at = 0; at < body.length; at += 16384) {
      const part = body.subarray(at, at + 16384), now = performance.now();
      free = Math.max(free, now) + (part.length / bytesPerSecond) * 1000;
      if (free - now > 1) await new Promise((r) => setTimeout(r, free - now));
      response.write(part);
    }
    response.end();
  };
}

/** @param network undefined for no limit, else {bytesPerSecond, latencyMs} */
export async function serve(network) {
  const slowly = network && line(network);
  const folders = { "/site/": join(root, "dist"), "/pyodide/": join(root, "web", "node_modules", "pyodide") };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const send = (type, body, more = {}) => {
      response.writeHead(200, { "content-type": type, "cache-control": "max-age=600", ...more });
      if (slowly) void slowly(response, Buffer.from(body));
      else response.end(body);
    };
    if (path === "/blank") return send(types[".html"], "<!doctype html><title>blank</title>");
    if (path === "/pyodide-page") return send(types[".html"], pyodidePage());
    for (const [prefix, folder] of Object.entries(folders)) {
      if (!path.startsWith(prefix)) continue;
      let file = join(folder, normalize(path.slice(prefix.length)));
      if (path.endsWith("/")) file = join(file, "index.html");
      if (!existsSync(file)) break;
      const type = types[extname(file)] ?? "application/octet-stream";
      if (existsSync(file + ".br")) return send(type, readFileSync(file + ".br"), { "content-encoding": "br" });
      if (prefix === "/pyodide/" && extname(file) !== ".zip") return send(type, packed(file, brotli), { "content-encoding": "br" });
      return send(type, readFileSync(file));
    }
    response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  return { address: `http://localhost:${server.address().port}`, close: () => { server.closeAllConnections(); server.close(); } };
}
