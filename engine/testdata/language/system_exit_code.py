# An exit code beyond a byte, and one given by an object.
import sys


class Code:
    def __str__(self):
        return "a code with text"


try:
    sys.exit(Code())
except SystemExit as error:
    print(error.code.__class__.__name__)
with open("/dev/null") if False else __import__("contextlib").suppress(ValueError):
    print("leaving with 300")
    print("goodbye", file=sys.stderr)
    raise SystemExit(300)
