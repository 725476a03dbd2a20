# The instructions here are the engine's own, not those of the reference: their listing would teach nothing true of either.

from os import UnsupportedError


def _refuse(name):
    def function(*args, **kwargs):
        raise UnsupportedError(f"dis.{name}() is not supported: this engine's instructions are not CPython's; ast.dump() shows how a text is read")
    function.__name__ = function.__qualname__ = name
    return function


dis, disassemble, distb, disco = _refuse("dis"), _refuse("disassemble"), _refuse("distb"), _refuse("disco")
get_instructions, code_info, show_code = _refuse("get_instructions"), _refuse("code_info"), _refuse("show_code")
findlinestarts, findlabels, stack_effect, Bytecode = _refuse("findlinestarts"), _refuse("findlabels"), _refuse("stack_effect"), _refuse("Bytecode")
