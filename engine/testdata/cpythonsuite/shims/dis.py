"""Instructions are the engine's own; tests only want the shape of a position."""
from collections import namedtuple

Positions = namedtuple("Positions", "lineno end_lineno col_offset end_col_offset", defaults=[None] * 4)
