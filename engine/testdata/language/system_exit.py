# SystemExit: codes, texts, from nested calls, in finally.
import sys

for code in (None, 0, 3, "text", (1, 2), True):
    try:
        sys.exit(code)
    except SystemExit as error:
        print(repr(error), error.code, error.args)
try:
    exit(4)
except SystemExit as error:
    print(error.code)
try:
    raise SystemExit
except SystemExit as error:
    print(error.code)


def leave():
    try:
        sys.exit("the reason")
    finally:
        print("finally before leaving")


leave()
