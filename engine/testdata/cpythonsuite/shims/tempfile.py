"""Temporary files are not simulated."""


def __getattr__(name):
    raise AttributeError(f"tempfile.{name} is not simulated")
