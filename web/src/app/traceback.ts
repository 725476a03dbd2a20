/* Where an uncaught exception came from, read from the traceback that the program printed: the innermost line of the
   program itself, the columns under which Python drew its carets, and the last line, which names the exception. */

export interface Raised { file: string; line: number; from: number; to: number; message: string }

/** Columns are those of the source line without its indentation; -1 where Python drew none. */
export function raisedAt(stderr: string, files: readonly string[] = ["main.py"]): Raised | null {
  const start = stderr.lastIndexOf("Traceback (most recent call last):\n");
  if (start < 0) return null;
  const lines = stderr.slice(start).split("\n");
  const found: Raised = { file: "", line: 0, from: -1, to: -1, message: "" };
  let i = 1;
  for (; i < lines.length && /^ /.test(lines[i]!); i++) {
    const at = /^ {2}File "([^"]*)", line (\d+)/.exec(lines[i]!);
    if (!at || !files.includes(at[1]!)) continue;
    found.file = at[1]!;
    found.line = Number(at[2]);
    const carets = /^ {4}( *)([~^]+) *$/.exec(lines[i + 2] ?? "");
    found.from = carets ? carets[1]!.length : -1;
    found.to = carets ? carets[1]!.length + carets[2]!.length : -1;
  }
  found.message = (lines[i] ?? "").slice(0, 300);
  return found.line && found.message ? found : null;
}
