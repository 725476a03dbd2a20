# A traceback with a cause, an exception during handling, and repeated frames.
import sys


def read(config, key):
    try:
        return config[key]
    except KeyError as error:
        raise RuntimeError(f"no setting {key!r}") from error


def down(n):
    if n == 0:
        return read({}, "colour")
    return down(n - 1)


class Service:
    def start(self):
        try:
            down(6)
        except RuntimeError:
            self.recover()

    def recover(self):
        values = [int(text) for text in ("1", "two")]


print("to stderr", file=sys.stderr)
Service().start()
