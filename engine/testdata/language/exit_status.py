# SystemExit with a number ends the program with that status; finally blocks still run.
import sys

try:
    print("working")
    sys.exit(3)
finally:
    print("cleaning up")
