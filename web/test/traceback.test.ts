import assert from "node:assert/strict";
import { test } from "node:test";
import { raisedAt } from "../src/app/traceback";

test("the innermost line of the program, with its columns", () => {
  const text = `noise
Traceback (most recent call last):
  File "main.py", line 5, in <module>
    print(f(i))
          ^^^^
  File "main.py", line 2, in f
    return 1 / n
           ~~^~~
  File "asyncio", line 9, in run
    x
ZeroDivisionError: division by zero
`;
  assert.deepEqual(raisedAt(text), { file: "main.py", line: 2, from: 7, to: 12, message: "ZeroDivisionError: division by zero" });
});

test("an exception that another one caused: the last one counts; none: null", () => {
  const one = 'Traceback (most recent call last):\n  File "main.py", line 1, in <module>\n    a\nNameError: a\n';
  const two = one + "\nDuring handling of the above exception, another exception occurred:\n\n" + one.replace("line 1", "line 3").replace("NameError: a", "KeyError: 'b'");
  assert.deepEqual(raisedAt(two), { file: "main.py", line: 3, from: -1, to: -1, message: "KeyError: 'b'" });
  assert.equal(raisedAt("plain words\n"), null);
  assert.equal(raisedAt("Traceback (most recent call last):\n"), null);
});

test("a line of another file of the program counts, one of the library does not", () => {
  const text = 'Traceback (most recent call last):\n  File "main.py", line 1, in <module>\n    f()\n  File "shop/stock.py", line 4, in f\n    1/0\n  File "json", line 9, in x\n    y\nZeroDivisionError: z\n';
  assert.deepEqual(raisedAt(text, ["main.py", "shop/stock.py"]), { file: "shop/stock.py", line: 4, from: -1, to: -1, message: "ZeroDivisionError: z" });
});
