import sys
a, b, _c = 1, 2, 3
