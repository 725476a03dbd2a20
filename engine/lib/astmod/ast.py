import re as _re
import warnings as _warnings

import _ast
from _ast import *
from os import UnsupportedError as _UnsupportedError


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None):
    if type_comments or mode == "func_type":
        raise _UnsupportedError("ast.parse(): type comments are not read; annotations are")
    if isinstance(feature_version, tuple):
        major, minor = feature_version
        if major != 3:
            raise ValueError(f"Unsupported major version: {major}")
        feature_version = minor
    if feature_version not in (None, -1, 11):
        raise _UnsupportedError("ast.parse(feature_version=...): the grammar here is that of Python 3.11")
    return compile(source, filename, mode, PyCF_ONLY_AST)


def literal_eval(node_or_string):
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval")
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _malformed(node):
    text = "malformed node or string"
    if line := getattr(node, "lineno", None):
        text += f" on line {line}"
    raise ValueError(f"{text}: {node!r}")


def _literal(node):
    match node:
        case Constant():
            return node.value
        case Tuple():
            return tuple(map(_literal, node.elts))
        case List():
            return list(map(_literal, node.elts))
        case Set():
            return set(map(_literal, node.elts))
        case Call(func=Name(id="set"), args=[], keywords=[]):
            return set()
        case Dict():
            if len(node.keys) != len(node.values):
                _malformed(node)
            return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
        case BinOp(op=Add() | Sub()):
            left, right = _signed(node.left), _unsigned(node.right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)


def _unsigned(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        operand = _unsigned(node.operand)
        return +operand if isinstance(node.op, UAdd) else -operand
    if isinstance(node, Constant):
        return _unsigned(node)
    _malformed(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    if not isinstance(node, AST):
        raise TypeError("expected AST, got %r" % node.__class__.__name__)
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent

    def show(node, level):
        """The text, and whether it is short enough to stand in its parent's line."""
        if indent is not None:
            level += 1
            prefix = "\n" + indent * level
            between = ",\n" + indent * level
        else:
            prefix, between = "", ", "
        if isinstance(node, AST):
            cls = type(node)
            parts, simple, named = [], True, annotate_fields
            for name in node._fields:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    named = True
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    named = True
                    continue
                text, short = show(value, level)
                simple = simple and short
                parts.append(f"{name}={text}" if named else text)
            if include_attributes and node._attributes:
                for name in node._attributes:
                    try:
                        value = getattr(node, name)
                    except AttributeError:
                        continue
                    if value is None and getattr(cls, name, ...) is None:
                        continue
                    text, short = show(value, level)
                    simple = simple and short
                    parts.append(f"{name}={text}")
            if simple and len(parts) <= 3:
                return f"{cls.__name__}({', '.join(parts)})", not parts
            return f"{cls.__name__}({prefix}{between.join(parts)})", False
        if isinstance(node, list):
            if not node:
                return "[]", True
            return f"[{prefix}{between.join(show(item, level)[0] for item in node)}]", False
        return repr(node), True

    return show(node, 0)[0]


def copy_location(new_node, old_node):
    for name in "lineno", "col_offset", "end_lineno", "end_col_offset":
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or hasattr(old_node, name) and name.startswith("end_"):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    def fix(node, place):
        for i, name in enumerate(("lineno", "col_offset", "end_lineno", "end_col_offset")):
            if name in node._attributes:
                value = getattr(node, name, None)
                if value is None and (i > 1 or not hasattr(node, name)):
                    setattr(node, name, place[i])
                else:
                    place = place[:i] + (value,) + place[i + 1:]
        for child in iter_child_nodes(node):
            fix(child, place)
    # The end of what has none is the end of what is around it, in the order of the attributes.
    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, "lineno", 0) + n
            continue
        if "lineno" in child._attributes:
            child.lineno = getattr(child, "lineno", 0) + n
        if "end_lineno" in child._attributes and (end := getattr(child, "end_lineno", 0)) is not None:
            child.end_lineno = end + n
    return node


def iter_fields(node):
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    waiting = [node]
    for node in waiting:  # grows meanwhile: breadth first
        waiting.extend(iter_child_nodes(node))
        yield node


def get_docstring(node, clean=True):
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % (node.__class__.__name__))
    match node.body:
        case [Expr(value=Constant(value=str() as text)), *_]:
            if clean:
                import inspect
                text = inspect.cleandoc(text)
            return text
    return None


def get_source_segment(source, node, *, padded=False):
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    # A form feed ends no line here, unlike in str.splitlines.
    lines = _re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", source)
    if first == last:
        return lines[first].encode()[start:end].decode()
    padding = ""
    if padded:
        before = lines[first].encode()[:start].decode()
        padding = "".join(c if c in "\f\t" else " " for c in before)
    return "".join([padding + lines[first].encode()[start:].decode(), *lines[first + 1:last], lines[last].encode()[:end].decode()])


class NodeVisitor:
    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for child in iter_child_nodes(node):
            self.visit(child)

    def visit_Constant(self, node):
        value = node.value
        for kind, name in _CONSTANT_NAMES:
            if type(value) in kind:
                if old := getattr(self, "visit_" + name, None):
                    _warnings.warn(f"visit_{name} is deprecated; add visit_Constant", DeprecationWarning, 2)
                    return old(node)
                break
        return self.generic_visit(node)


class NodeTransformer(NodeVisitor):
    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                new = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            new.extend(item)
                            continue
                    new.append(item)
                old[:] = new
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node


def unparse(ast_obj):
    from _ast_unparse import Unparser
    return Unparser().text(ast_obj)


# Names from before Python 3.8, which make a Constant, and know one.

_CONSTANT_NAMES = (({int, float, complex}, "Num"), ({str}, "Str"), ({bytes}, "Bytes"), ({type(None), bool}, "NameConstant"), ({type(...)}, "Ellipsis"))


class _OldConstant(type):
    def __instancecheck__(cls, instance):
        if not isinstance(instance, Constant):
            return False
        try:
            value = instance.value
        except AttributeError:
            return False
        return any(name == cls.__name__ and type(value) in kinds for kinds, name in _CONSTANT_NAMES) or cls not in _OLD and type.__instancecheck__(cls, instance)


def _old(name, fields):
    def new(cls, *args, **kwargs):
        for key in kwargs:
            if key in cls._fields and cls._fields.index(key) < len(args):
                raise TypeError(f"{cls.__name__} got multiple values for argument {key!r}")
        if cls not in _OLD:
            return Constant.__new__(cls)
        if name == "Ellipsis":
            return Constant(..., *args, **kwargs)
        return Constant(*args, **kwargs)
    return _OldConstant(name, (Constant,), {"__module__": "ast", "__doc__": "Deprecated AST node class. Use ast.Constant instead",
                                            "_fields": fields, "__new__": new})


Num = _old("Num", ("n",))
Str = _old("Str", ("s",))
Bytes = _old("Bytes", ("s",))
NameConstant = _old("NameConstant", ("value", "kind"))
Ellipsis = _old("Ellipsis", ())
_OLD = {Num, Str, Bytes, NameConstant, Ellipsis}
_value = property(lambda self: self.value, lambda self, value: setattr(self, "value", value))
Constant.n = Constant.s = _value


class slice(AST):
    "Deprecated AST node class."


class Index(slice):
    "Deprecated AST node class. Use the index value directly instead."

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    "Deprecated AST node class. Use ast.Tuple instead."

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


Tuple.dims = property(lambda self: self.elts, lambda self, value: setattr(self, "elts", value))


class Suite(mod):
    "Deprecated AST node class.  Unused in Python 3."


class AugLoad(expr_context):
    "Deprecated AST node class.  Unused in Python 3."


class AugStore(expr_context):
    "Deprecated AST node class.  Unused in Python 3."


class Param(expr_context):
    "Deprecated AST node class.  Unused in Python 3."


def main():
    import argparse
    parser = argparse.ArgumentParser(prog="python -m ast")
    parser.add_argument("infile", nargs="?", default="-", help="the file to parse; defaults to stdin")
    parser.add_argument("-m", "--mode", default="exec", choices=("exec", "single", "eval", "func_type"),
                        help="specify what kind of code must be parsed")
    parser.add_argument("-a", "--include-attributes", action="store_true", help="include attributes such as line numbers and column offsets")
    parser.add_argument("-i", "--indent", type=int, default=3, help="indentation of nodes (number of spaces)")
    args = parser.parse_args()
    if args.infile == "-":
        import sys
        name, text = "<stdin>", sys.stdin.read()
    else:
        with open(args.infile) as file:
            name, text = args.infile, file.read()
    print(dump(parse(text, name, args.mode), include_attributes=args.include_attributes, indent=args.indent))
