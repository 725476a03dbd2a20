# warnings: which filter decides, how often each is shown, and what catch_warnings puts back.
import sys
import warnings

sys.stderr = sys.stdout


def old(n=1):
    warnings.warn("old() goes away", DeprecationWarning, stacklevel=2)


with warnings.catch_warnings():
    warnings.simplefilter("default")
    for i in range(3):
        old()
    old()
with warnings.catch_warnings():
    warnings.simplefilter("always")
    for i in range(2):
        old()
with warnings.catch_warnings():
    warnings.simplefilter("once")
    old()
    old()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("ignore")
    warnings.filterwarnings("always", "keep", UserWarning)
    warnings.filterwarnings("error", ".*bad", RuntimeWarning)
    warnings.warn("keep this")
    warnings.warn("Keep case")
    warnings.warn("drop this")
    warnings.warn(UserWarning("keep object"))
    try:
        warnings.warn("very bad", RuntimeWarning)
    except RuntimeWarning as e:
        print("raised", repr(e))
for w in caught:
    print(w.category.__name__, w.message, type(w.message).__name__, w.lineno, w.filename == __file__, w.line)
print(len(warnings.filters) > 0, warnings.formatwarning("text", UserWarning, "f.py", 3, "the line"), end="")


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", message, category.__name__, lineno)


with warnings.catch_warnings():
    warnings.resetwarnings()
    warnings.showwarning = show
    warnings.warn("to the function")
    warnings.warn_explicit("explicit", FutureWarning, "other.py", 12)
print(warnings.showwarning is show)
for call in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("sometimes"), lambda: warnings.filterwarnings("ignore", category=3),
             lambda: warnings.warn("x", "y"), lambda: warnings.simplefilter("ignore", lineno=-1)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)


class Mine(UserWarning):
    def __str__(self):
        return "mine: " + self.args[0]


warnings.warn(Mine("a"))
warnings.warn("b", Mine)
