# A module that fails: it is forgotten, and the traceback shows both files.
import sys
for name in ("broken", "syntax", "deep", "relative"):
    try:
        __import__(name)
    except Exception as e:
        print(type(e).__name__, e, "|", name in sys.modules)
try:
    import broken
except ZeroDivisionError as e:
    print("again", e)
print("half" in sys.modules)
try:
    from . import x
except ImportError as e:
    print(e)
import traceback
try:
    import deep
except ValueError:
    traceback.print_exc(file=sys.stdout)
import uses
uses.call(0)
