# A program that begins in __main__.py, with guards and helpers.
import helper
from helper import run
print(__name__, __package__ in (None, ""))


def square(n):
    return n * n


if __name__ == "__main__":
    print(run(square, range(4)))
    print(helper.who(), helper.__name__)
    import sys
    print(sys.modules["__main__"].square is square)
