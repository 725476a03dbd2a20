# ast.unparse: the text of a tree, with the brackets that its precedence asks for.

import _ast

# Binding strengths, weakest first. A place asks for one; what binds weaker stands in brackets there.
(NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, COMPARE, BIT_OR, BIT_XOR, BIT_AND, SHIFT, SUM, TERM, FACTOR, POWER, AWAIT,
 ATOM) = range(18)

BINARY = {"Add": ("+", SUM), "Sub": ("-", SUM), "Mult": ("*", TERM), "MatMult": ("@", TERM), "Div": ("/", TERM),
          "Mod": ("%", TERM), "LShift": ("<<", SHIFT), "RShift": (">>", SHIFT), "BitOr": ("|", BIT_OR),
          "BitXor": ("^", BIT_XOR), "BitAnd": ("&", BIT_AND), "FloorDiv": ("//", TERM), "Pow": ("**", POWER)}
UNARY = {"Invert": ("~", FACTOR), "Not": ("not ", NOT), "UAdd": ("+", FACTOR), "USub": ("-", FACTOR)}
COMPARE_TEXT = {"Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not",
                "In": "in", "NotIn": "not in"}

PLAIN_QUOTES = ("'", '"')
TRIPLE_QUOTES = ('"""', "'''")
QUOTES = PLAIN_QUOTES + TRIPLE_QUOTES
HUGE = "1e309"  # a literal that is infinite


def op_name(op):
    return type(op).__name__


def quoted(text, quotes, escape_white):
    """The inside of a literal for text, and those of the quotes that may stand around it, the best one first."""
    inside = ""
    for c in text:
        if c in "\n\t" and not escape_white:
            inside += c
        elif c == "\\" or not c.isprintable():
            inside += c.encode("unicode_escape").decode("ascii")
        else:
            inside += c
    fit = [q for q in quotes if q not in inside and (q in TRIPLE_QUOTES or "\n" not in inside)]
    if not fit:
        inside = repr(text)
        return inside[1:-1], [next((q for q in quotes if inside[0] in q), inside[0])]
    if inside:
        fit.sort(key=lambda q: q[0] == inside[-1])
        if fit[0][0] == inside[-1]:
            inside = inside[:-1] + "\\" + inside[-1]
    return inside, fit


def without_backslash(text, quotes=QUOTES):
    inside, quotes = quoted(text, quotes, False)
    return quotes[0] + inside + quotes[0]


class Unparser:
    def __init__(self, no_backslash=False):
        self.no_backslash = no_backslash  # inside a field of an f-string, where none may stand
        self.out = []
        self.indent = 0
        self.star = False  # in a try with except*

    def text(self, node):
        self.out.clear()
        if isinstance(node, _ast.mod):
            if isinstance(node, _ast.Module):
                self.docstring_and_body(node)
            elif isinstance(node, _ast.Expression):
                self.write(self.expr(node.body))
            elif isinstance(node, _ast.Interactive):
                self.body(node.body)
            else:
                self.write(f"({', '.join(map(self.expr, node.argtypes))}) -> {self.expr(node.returns)}")
        elif isinstance(node, list):
            self.body(node)
        elif isinstance(node, _ast.stmt) or type(node).__name__ in ("ExceptHandler", "match_case"):
            self.stmt(node)
        else:
            self.write(self.expr(node))
        return "".join(self.out)

    # Lines.

    def write(self, *parts):
        self.out.extend(parts)

    def blank(self):
        if self.out:
            self.write("\n")

    def line(self, *parts):
        self.blank()
        self.write("    " * self.indent, *parts)

    def body(self, stmts):
        for stmt in stmts:
            self.stmt(stmt)

    def block(self, stmts):
        self.write(":")
        self.indent += 1
        self.body(stmts)
        self.indent -= 1

    def or_else(self, word, stmts):
        if stmts:
            self.line(word)
            self.block(stmts)

    def docstring_and_body(self, node):
        match node.body:
            case [_ast.Expr(value=_ast.Constant(value=str() as text) as constant), *rest]:
                self.line("u" if constant.kind == "u" else "", without_backslash(text, TRIPLE_QUOTES))
                self.body(rest)
            case stmts:
                self.body(stmts)

    def definition(self, node, head):
        self.blank()
        for d in node.decorator_list:
            self.line("@", self.expr(d))
        self.line(head)
        self.write(":")
        self.indent += 1
        self.docstring_and_body(node)
        self.indent -= 1

    # Statements.

    def stmt(self, node):
        getattr(self, "stmt_" + type(node).__name__)(node)

    def stmt_Expr(self, node):
        self.line(self.expr(node.value, YIELD))

    def stmt_FunctionDef(self, node, word="def "):
        returns = f" -> {self.expr(node.returns)}" if node.returns else ""
        self.definition(node, f"{word}{node.name}({self.expr(node.args)}){returns}")

    def stmt_AsyncFunctionDef(self, node):
        self.stmt_FunctionDef(node, "async def ")

    def stmt_ClassDef(self, node):
        parts = [self.expr(n) for n in [*node.bases, *node.keywords]]
        self.definition(node, f"class {node.name}" + (f"({', '.join(parts)})" if parts else ""))

    def stmt_Return(self, node):
        self.line("return", f" {self.expr(node.value)}" if node.value else "")

    def stmt_Delete(self, node):
        self.line("del ", self.commas(node.targets))

    def stmt_Assign(self, node):
        self.line(*(self.expr(target, TUPLE) + " = " for target in node.targets), self.expr(node.value),
                  self.type_comment(node))

    def stmt_AugAssign(self, node):
        self.line(f"{self.expr(node.target)} {BINARY[op_name(node.op)][0]}= {self.expr(node.value)}")

    def stmt_AnnAssign(self, node):
        target = self.expr(node.target)
        if not node.simple and isinstance(node.target, _ast.Name):
            target = f"({target})"
        self.line(f"{target}: {self.expr(node.annotation)}", f" = {self.expr(node.value)}" if node.value else "")

    def stmt_For(self, node, word="for "):
        self.line(f"{word}{self.expr(node.target, TUPLE)} in {self.expr(node.iter)}")
        self.block(node.body)
        self.or_else("else", node.orelse)

    def stmt_AsyncFor(self, node):
        self.stmt_For(node, "async for ")

    def stmt_While(self, node):
        self.line("while ", self.expr(node.test))
        self.block(node.body)
        self.or_else("else", node.orelse)

    def stmt_If(self, node):
        self.line("if ", self.expr(node.test))
        self.block(node.body)
        while len(node.orelse) == 1 and isinstance(node.orelse[0], _ast.If):
            node = node.orelse[0]
            self.line("elif ", self.expr(node.test))
            self.block(node.body)
        self.or_else("else", node.orelse)

    def stmt_With(self, node, word="with "):
        self.line(word, self.commas(node.items))
        self.block(node.body)

    def stmt_AsyncWith(self, node):
        self.stmt_With(node, "async with ")

    def stmt_Match(self, node):
        self.line("match ", self.expr(node.subject))
        self.block(node.cases)

    def stmt_match_case(self, node):
        self.line("case ", self.expr(node.pattern), f" if {self.expr(node.guard)}" if node.guard else "")
        self.block(node.body)

    def stmt_Raise(self, node):
        if not node.exc:
            if node.cause:
                raise ValueError("Node can't be used without a value attribute.")
            return self.line("raise")
        self.line("raise ", self.expr(node.exc), f" from {self.expr(node.cause)}" if node.cause else "")

    def stmt_Try(self, node, star=False):
        outer, self.star = self.star, star
        self.line("try")
        self.block(node.body)
        self.body(node.handlers)
        self.or_else("else", node.orelse)
        self.or_else("finally", node.finalbody)
        self.star = outer

    def stmt_TryStar(self, node):
        self.stmt_Try(node, True)

    def stmt_ExceptHandler(self, node):
        self.line("except*" if self.star else "except", f" {self.expr(node.type)}" if node.type else "",
                  f" as {node.name}" if node.name else "")
        self.block(node.body)

    def stmt_Assert(self, node):
        self.line("assert ", self.expr(node.test), f", {self.expr(node.msg)}" if node.msg else "")

    def stmt_Import(self, node):
        self.line("import ", self.commas(node.names))

    def stmt_ImportFrom(self, node):
        self.line("from ", "." * (node.level or 0), node.module or "", " import ", self.commas(node.names))

    def stmt_Global(self, node):
        self.line("global ", ", ".join(node.names))

    def stmt_Nonlocal(self, node):
        self.line("nonlocal ", ", ".join(node.names))

    def stmt_Pass(self, node):
        self.line("pass")

    def stmt_Break(self, node):
        self.line("break")

    def stmt_Continue(self, node):
        self.line("continue")

    def type_comment(self, node):
        comment = getattr(node, "type_comment", None)
        return f" # type: {comment}" if comment else ""

    # Expressions, patterns, and the parts of both: each answers its text.

    def expr(self, node, place=TEST):
        return getattr(self, "expr_" + type(node).__name__)(node, place)

    def commas(self, nodes):
        return ", ".join([self.expr(n) for n in nodes])

    def items(self, nodes):
        return self.commas(nodes) + ("," if len(nodes) == 1 else "")

    def expr_Name(self, node, place):
        return node.id

    def expr_Constant(self, node, place):
        value = node.value
        if isinstance(value, tuple):
            inside = ", ".join(map(self.constant, value)) + ("," if len(value) == 1 else "")
            return f"({inside})"
        if value is ...:
            return "..."
        return ("u" if node.kind == "u" else "") + self.constant(value)

    def constant(self, value):
        if isinstance(value, (float, complex)):
            return repr(value).replace("inf", HUGE).replace("nan", f"({HUGE}-{HUGE})")
        if self.no_backslash and isinstance(value, str):
            return without_backslash(value)
        return repr(value)

    def expr_JoinedStr(self, node, place):
        if self.no_backslash:
            return "f" + without_backslash("".join(map(self.part, node.values)))
        inside, quotes = "", QUOTES
        for value in node.values:
            text, quotes = quoted(self.part(value), quotes, isinstance(value, _ast.Constant))
            inside += text
        return f"f{quotes[0]}{inside}{quotes[0]}"

    def expr_FormattedValue(self, node, place):
        return "f" + without_backslash(self.part(node))

    def part(self, node):
        """One part of an f-string."""
        if isinstance(node, _ast.JoinedStr):
            return "".join(map(self.part, node.values))
        if isinstance(node, _ast.Constant):
            if not isinstance(node.value, str):
                raise ValueError("Constants inside JoinedStr should be a string.")
            return node.value.replace("{", "{{").replace("}", "}}")
        text = Unparser(True).expr(node.value, TEST + 1)
        if "\\" in text:
            raise ValueError("Unable to avoid backslash in f-string expression part")
        if text.startswith("{"):
            text = " " + text
        if node.conversion != -1:
            text += "!" + chr(node.conversion)
        if node.format_spec:
            text += ":" + self.part(node.format_spec)
        return "{" + text + "}"

    def expr_Tuple(self, node, place):
        return bracket(self.items(node.elts), place > TUPLE or not node.elts)

    def expr_List(self, node, place):
        return f"[{self.commas(node.elts)}]"

    def expr_Set(self, node, place):
        return "{" + self.commas(node.elts) + "}" if node.elts else "{*()}"

    def expr_Dict(self, node, place):
        return "{" + ", ".join([f"**{self.expr(v, BIT_OR)}" if k is None else f"{self.expr(k)}: {self.expr(v)}"
                                for k, v in zip(node.keys, node.values)]) + "}"

    def expr_ListComp(self, node, place):
        return f"[{self.expr(node.elt)}{self.generators(node)}]"

    def expr_SetComp(self, node, place):
        return "{" + self.expr(node.elt) + self.generators(node) + "}"

    def expr_GeneratorExp(self, node, place):
        return f"({self.expr(node.elt)}{self.generators(node)})"

    def expr_DictComp(self, node, place):
        return "{" + f"{self.expr(node.key)}: {self.expr(node.value)}{self.generators(node)}" + "}"

    def generators(self, node):
        return "".join([self.expr(g) for g in node.generators])

    def expr_comprehension(self, node, place):
        return "".join([" async for " if node.is_async else " for ", self.expr(node.target, TUPLE), " in ",
                        self.expr(node.iter, TEST + 1), *(f" if {self.expr(test, TEST + 1)}" for test in node.ifs)])

    def expr_NamedExpr(self, node, place):
        return bracket(f"{self.expr(node.target, ATOM)} := {self.expr(node.value, ATOM)}", place > NAMED)

    def expr_Await(self, node, place):
        return bracket("await" + (f" {self.expr(node.value, ATOM)}" if node.value else ""), place > AWAIT)

    def expr_Yield(self, node, place):
        return bracket("yield" + (f" {self.expr(node.value, ATOM)}" if node.value else ""), place > YIELD)

    def expr_YieldFrom(self, node, place):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return bracket(f"yield from {self.expr(node.value, ATOM)}", place > YIELD)

    def expr_IfExp(self, node, place):
        return bracket(f"{self.expr(node.body, TEST + 1)} if {self.expr(node.test, TEST + 1)} else {self.expr(node.orelse, TEST)}", place > TEST)

    def expr_Lambda(self, node, place):
        args = self.expr(node.args)
        return bracket(f"lambda{' ' if args else ''}{args}: {self.expr(node.body, TEST)}", place > TEST)

    def expr_UnaryOp(self, node, place):
        text, strength = UNARY[op_name(node.op)]
        return bracket(text + self.expr(node.operand, strength), place > strength)

    def expr_BinOp(self, node, place):
        # A chain to the left is walked, not recursed into: sums of many terms are such chains.
        text, strength = BINARY[op_name(node.op)]
        if strength == POWER:
            return bracket(f"{self.expr(node.left, POWER + 1)} ** {self.expr(node.right, POWER)}", place > POWER)
        tail = []
        outer = place
        closing = 0
        while isinstance(node, _ast.BinOp) and (entry := BINARY[op_name(node.op)])[1] != POWER:
            text, strength = entry
            if outer > strength:
                tail.append(")")
                closing += 1
            tail.append(f" {text} {self.expr(node.right, strength + 1)}")
            node, outer = node.left, strength
        # Each bracket opens before what is leftmost in it, which is the same for all of them.
        opening = "(" * closing
        return opening + self.expr(node, outer) + "".join(reversed(tail))

    def expr_BoolOp(self, node, place):
        word, strength = (" and ", AND) if isinstance(node.op, _ast.And) else (" or ", OR)
        parts = [self.expr(value, min(strength + i, ATOM)) for i, value in enumerate(node.values, 1)]
        return bracket(word.join(parts), place > strength)

    def expr_Compare(self, node, place):
        text = self.expr(node.left, COMPARE + 1)
        for op, right in zip(node.ops, node.comparators):
            text += f" {COMPARE_TEXT[op_name(op)]} {self.expr(right, COMPARE + 1)}"
        return bracket(text, place > COMPARE)

    def expr_Call(self, node, place):
        return f"{self.expr(node.func, ATOM)}({self.commas([*node.args, *node.keywords])})"

    def expr_keyword(self, node, place):
        return ("**" if node.arg is None else node.arg + "=") + self.expr(node.value)

    def expr_Attribute(self, node, place):
        # 3 .real: a dot right after the digits would be the number's.
        number = isinstance(node.value, _ast.Constant) and isinstance(node.value.value, int)
        return f"{self.expr(node.value, ATOM)}{' ' if number else ''}.{node.attr}"

    def expr_Subscript(self, node, place):
        if isinstance(node.slice, _ast.Tuple) and node.slice.elts:
            inside = self.items(node.slice.elts)
        else:
            inside = self.expr(node.slice)
        return f"{self.expr(node.value, ATOM)}[{inside}]"

    def expr_Slice(self, node, place):
        step = f":{self.expr(node.step)}" if node.step else ""
        return f"{self.expr(node.lower) if node.lower else ''}:{self.expr(node.upper) if node.upper else ''}{step}"

    def expr_Starred(self, node, place):
        return "*" + self.expr(node.value, BIT_OR)

    def expr_arg(self, node, place):
        return node.arg + (f": {self.expr(node.annotation)}" if node.annotation else "")

    def expr_arguments(self, node, place):
        plain = [*node.posonlyargs, *node.args]
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        parts = []
        for i, (arg, default) in enumerate(zip(plain, defaults), 1):
            parts.append(self.expr(arg) + (f"={self.expr(default)}" if default else ""))
            if i == len(node.posonlyargs):
                parts.append("/")
        if node.vararg:
            parts.append("*" + self.expr(node.vararg))
        elif node.kwonlyargs:
            parts.append("*")
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self.expr(arg) + (f"={self.expr(default)}" if default else ""))
        if node.kwarg:
            parts.append("**" + self.expr(node.kwarg))
        return ", ".join(parts)

    def expr_alias(self, node, place):
        return node.name + (f" as {node.asname}" if node.asname else "")

    def expr_withitem(self, node, place):
        return self.expr(node.context_expr) + (f" as {self.expr(node.optional_vars)}" if node.optional_vars else "")

    def expr_MatchValue(self, node, place):
        return self.expr(node.value)

    def expr_MatchSingleton(self, node, place):
        return self.constant(node.value)

    def expr_MatchSequence(self, node, place):
        return f"[{self.commas(node.patterns)}]"

    def expr_MatchStar(self, node, place):
        return "*" + (node.name or "_")

    def expr_MatchMapping(self, node, place):
        parts = [f"{self.expr(k)}: {self.expr(p)}" for k, p in zip(node.keys, node.patterns)]
        if node.rest is not None:
            parts.append("**" + node.rest)
        return "{" + ", ".join(parts) + "}"

    def expr_MatchClass(self, node, place):
        parts = [self.expr(p) for p in node.patterns]
        parts += [f"{name}={self.expr(p)}" for name, p in zip(node.kwd_attrs, node.kwd_patterns)]
        return f"{self.expr(node.cls, ATOM)}({', '.join(parts)})"

    def expr_MatchAs(self, node, place):
        if node.pattern is None:
            return node.name or "_"
        return bracket(f"{self.expr(node.pattern, BIT_OR)} as {node.name}", place > TEST)

    def expr_MatchOr(self, node, place):
        return bracket(" | ".join([self.expr(p, BIT_OR + 1) for p in node.patterns]), place > BIT_OR)

    def expr_Load(self, node, place):
        return ""

    expr_Store = expr_Del = expr_Load


def bracket(text, needed):
    return f"({text})" if needed else text
