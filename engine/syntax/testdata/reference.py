"""The reference implementation's view of source texts, in this package's words.

dump(source) is its syntax tree in the form of syntax.DumpPositions.
error(source) is what it prints for a main.py that it refuses.
"""
import ast
import math
import os
import subprocess
import sys
import tempfile
import warnings

FIELDS = {  # node type -> children, in the order in which they are written
    "Module": [("", "body")],
    "JoinedStr": [("", "values")],
    "FormattedValue": [("value", "value"), ("spec", "format_spec")],
    "Tuple": [("", "elts")],
    "List": [("", "elts")],
    "Set": [("", "elts")],
    "Dict": [("key", "keys"), ("value", "values")],
    "BinOp": [("left", "left"), ("right", "right")],
    "UnaryOp": [("", "operand")],
    "BoolOp": [("", "values")],
    "Compare": [("left", "left"), ("", "comparators")],
    "Call": [("func", "func"), ("arg", "args"), ("keyword", "keywords")],
    "Attribute": [("value", "value")],
    "Subscript": [("value", "value"), ("index", "slice")],
    "Slice": [("lower", "lower"), ("upper", "upper"), ("step", "step")],
    "Starred": [("", "value")],
    "IfExp": [("test", "test"), ("body", "body"), ("orelse", "orelse")],
    "Lambda": [("args", "args"), ("body", "body")],
    "ListComp": [("elt", "elt"), ("for", "generators")],
    "SetComp": [("elt", "elt"), ("for", "generators")],
    "DictComp": [("key", "key"), ("value", "value"), ("for", "generators")],
    "GeneratorExp": [("elt", "elt"), ("for", "generators")],
    "Await": [("", "value")],
    "Yield": [("", "value")],
    "YieldFrom": [("", "value")],
    "NamedExpr": [("target", "target"), ("value", "value")],
    "keyword": [("value", "value")],
    "comprehension": [("target", "target"), ("iter", "iter"), ("if", "ifs")],
    "arg": [("annotation", "annotation")],
    "arguments": [("posonly", "posonlyargs"), ("arg", "args"), ("vararg", "vararg"),
                  ("kwonly", "kwonlyargs"), ("kwarg", "kwarg"), ("default", "defaults"),
                  ("kwdefault", "kw_defaults")],
    "withitem": [("context", "context_expr"), ("vars", "optional_vars")],
    "ExceptHandler": [("type", "type"), ("body", "body")],
    "match_case": [("pattern", "pattern"), ("guard", "guard"), ("body", "body")],
    "FunctionDef": [("decorator", "decorator_list"), ("args", "args"), ("returns", "returns"), ("body", "body")],
    "ClassDef": [("decorator", "decorator_list"), ("base", "bases"), ("keyword", "keywords"), ("body", "body")],
    "Return": [("value", "value")],
    "Delete": [("", "targets")],
    "Assign": [("target", "targets"), ("value", "value")],
    "AugAssign": [("target", "target"), ("value", "value")],
    "AnnAssign": [("target", "target"), ("annotation", "annotation"), ("value", "value")],
    "For": [("target", "target"), ("iter", "iter"), ("body", "body"), ("orelse", "orelse")],
    "While": [("test", "test"), ("body", "body"), ("orelse", "orelse")],
    "If": [("test", "test"), ("body", "body"), ("orelse", "orelse")],
    "With": [("item", "items"), ("body", "body")],
    "Match": [("subject", "subject"), ("case", "cases")],
    "Raise": [("exc", "exc"), ("cause", "cause")],
    "Try": [("body", "body"), ("handler", "handlers"), ("orelse", "orelse"), ("finally", "finalbody")],
    "Assert": [("test", "test"), ("msg", "msg")],
    "Import": [("", "names")],
    "ImportFrom": [("", "names")],
    "Expr": [("", "value")],
    "MatchValue": [("", "value")],
    "MatchSequence": [("", "patterns")],
    "MatchMapping": [("key", "keys"), ("pattern", "patterns")],
    "MatchClass": [("cls", "cls"), ("pattern", "patterns"), ("kwd", "kwd_patterns")],
    "MatchAs": [("pattern", "pattern")],
    "MatchOr": [("", "patterns")],
}
FIELDS["AsyncFunctionDef"] = FIELDS["FunctionDef"]
FIELDS["AsyncFor"] = FIELDS["For"]
FIELDS["AsyncWith"] = FIELDS["With"]
FIELDS["TryStar"] = FIELDS["Try"]

NAMES = {"keyword": "Keyword", "comprehension": "Comprehension", "arg": "Arg", "arguments": "Arguments",
         "withitem": "WithItem", "match_case": "MatchCase", "alias": "Alias", "Expr": "ExprStmt",
         "AsyncFunctionDef": "FunctionDef", "AsyncFor": "For", "AsyncWith": "With", "TryStar": "Try"}


def quote(value):
    if value is None:
        value = ""
    if isinstance(value, str):
        value = value.encode("utf-8", "surrogatepass")
    return '"' + "".join(chr(c) if 32 <= c < 127 and c not in b'"\\' else f"\\x{c:02x}" for c in value) + '"'


def number(value):
    return "inf" if math.isinf(value) else f"{value:.16e}"


def head(node):
    name = type(node).__name__
    match name:
        case "Constant":
            v = node.value
            match v:
                case None | True | False:
                    return str(v)
                case int():
                    return f"Int 0x{v:x}"
                case float():
                    return f"Float {number(v)}"
                case complex():
                    return f"Imag {number(v.imag)}"
                case str():
                    return f"Str {quote(v)}" + (" u" if node.kind == "u" else "")
                case bytes():
                    return f"Bytes {quote(v)}"
            return "Ellipsis"
        case "Name":
            return f"Name {quote(node.id)}"
        case "FormattedValue":
            return "FormattedValue" + ("" if node.conversion == -1 else " " + chr(node.conversion))
        case "BinOp" | "UnaryOp" | "BoolOp" | "AugAssign":
            return f"{name} {type(node.op).__name__}"
        case "Compare":
            return " ".join([name, *(type(op).__name__ for op in node.ops)])
        case "Attribute":
            return f"{name} {quote(node.attr)}"
        case "keyword" | "arg":
            return f"{NAMES[name]} {quote(node.arg)}"
        case "comprehension":
            return "Comprehension" + (" async" if node.is_async else "")
        case "ExceptHandler" | "ClassDef" | "FunctionDef" | "MatchStar" | "MatchAs":
            return f"{name} {quote(node.name)}"
        case "AsyncFunctionDef":
            return f"FunctionDef {quote(node.name)} async"
        case "AsyncFor" | "AsyncWith":
            return NAMES[name] + " async"
        case "TryStar":
            return "Try star"
        case "alias":
            return f"Alias {quote(node.name)} {quote(node.asname)}"
        case "AnnAssign":
            return name + (" simple" if node.simple else "")
        case "ImportFrom":
            return f"{name} {quote(node.module)} {node.level}"
        case "Global" | "Nonlocal":
            return f"{name} {' '.join(node.names)}"
        case "MatchSingleton":
            return f"{name} {node.value}"
        case "MatchMapping":
            return f"{name} {quote(node.rest)}"
        case "MatchClass":
            return f"{name} {' '.join(node.kwd_attrs)}"
    return NAMES.get(name, name)


def write(node, field, depth, out, positions):
    label = f"{field}: " if field else ""
    if node is None:
        out.append(" " * depth + label + "nothing")
        return
    place = ""
    if positions and hasattr(node, "lineno"):
        place = f" @{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"
    out.append(" " * depth + label + head(node) + place)
    for field, attribute in FIELDS.get(type(node).__name__, ()):
        value = getattr(node, attribute)
        if isinstance(value, list):
            for item in value:
                write(item, field, depth + 1, out, positions)
        elif value is not None:
            write(value, field, depth + 1, out, positions)


def dump(source, positions=True):
    out = []
    sys.setrecursionlimit(20000)
    write(ast.parse(source), "", 0, out, positions)
    return "\n".join(out) + "\n"


def error(source):
    """Runs source, which is meant to be refused, as main.py."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "main.py")
        with open(path, "wb") as f:
            f.write(source)
        if not refused(source):
            return ""
        command = [sys.executable, "-W", "ignore", path]
        if not source.isascii():
            # In a file without a coding line, 3.11 counts columns in bytes, but
            # prints them as if they were characters. In a string it does not.
            command[-1:] = ["-c", f"compile({source.decode()!r}, 'main.py', 'exec')"]
        run = subprocess.run(command, cwd=folder, capture_output=True)
        shown = run.stderr.decode().replace(folder + "/", "")
        return shown[shown.rindex('  File "main.py"'):]


def refused(source):
    """Whether the parser refuses it. What only the compiler refuses is not our concern."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(source, "main.py", "exec", ast.PyCF_ONLY_AST)
        except SyntaxError:
            return True
        except MemoryError:
            return True
    return False
