# sys.exit with a text: to stderr, status 1.
import sys


class Reason:
    def __str__(self):
        return "a reason with a __str__"


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print("exit sees", kind.__name__, value)


with Manager():
    sys.exit(Reason())
