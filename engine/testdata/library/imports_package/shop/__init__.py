"""A shop."""
print("shop begins", __name__, __package__)
NAME = "bikes"
from . import engine
