"""The parts of format strings, as module string reads them."""
from string import Formatter as _Formatter, _split_name


def formatter_parser(text, /):
    if not isinstance(text, str):
        raise TypeError("expected str, got " + type(text).__name__)
    return _Formatter().parse(text)


def formatter_field_name_split(name, /):
    if not isinstance(name, str):
        raise TypeError("expected str, got " + type(name).__name__)
    return _split_name(name)
