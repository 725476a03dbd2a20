print("wheel begins")
from . import SIZE
from .. import NAME
from ..engine import power
from .frame import material


def describe():
    return f"wheel {SIZE} of {NAME}, {material()}, {power()}"
