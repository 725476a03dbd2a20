# A debugger reads commands while the program waits; here a program runs to its end, is recorded, and is looked into afterwards.

from os import UnsupportedError

__all__ = ["run", "pm", "Pdb", "runeval", "runctx", "runcall", "set_trace", "post_mortem", "help"]


def _refuse(name):
    def function(*args, **kwargs):
        raise UnsupportedError(f"pdb.{name}() is not supported: move the playhead to that moment instead, and look at frames and variables there")
    function.__name__ = function.__qualname__ = name
    return function


run, pm, runeval, runctx = _refuse("run"), _refuse("pm"), _refuse("runeval"), _refuse("runctx")
runcall, set_trace, post_mortem, help = _refuse("runcall"), _refuse("set_trace"), _refuse("post_mortem"), _refuse("help")


class Pdb:
    def __init__(self, *args, **kwargs):
        _refuse("Pdb")()
