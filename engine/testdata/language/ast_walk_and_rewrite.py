# Trees: what parse makes, visitors, transformers, and compiling the result with its positions.
import ast

source = '''def area(w, h=2, *rest, unit: str = "m", **kw) -> float:
    """Doc."""
    if w > h > 0:
        return w * h
    return -1
print(area(3))
'''
tree = ast.parse(source)
print(ast.dump(tree.body[0].args, indent=1))
print(ast.get_docstring(tree.body[0]), [type(n).__name__ for n in tree.body])
print(sorted({type(n).__name__ for n in ast.walk(tree)}))
compare = next(n for n in ast.walk(tree) if isinstance(n, ast.Compare))
print(ast.get_source_segment(source, compare), compare.lineno, compare.col_offset, compare.end_col_offset)


class Names(ast.NodeVisitor):
    def __init__(self):
        self.seen = []

    def visit_Name(self, node):
        self.seen.append((node.id, type(node.ctx).__name__))

    def visit_FunctionDef(self, node):
        self.seen.append(node.name)
        self.generic_visit(node)


v = Names()
v.visit(tree)
print(v.seen)


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        if isinstance(node.value, int):
            return ast.copy_location(ast.BinOp(ast.Constant(node.value), ast.Mult(), ast.Constant(2)), node)
        return node

    def visit_If(self, node):
        self.generic_visit(node)
        return [node.body[0]]


new = ast.fix_missing_locations(Double().visit(tree))
print(ast.unparse(new))
exec(compile(new, "<new>", "exec"))
bad = ast.parse("x = 1\ny = 1 // 0")
try:
    exec(compile(bad, "<bad>", "exec"))
except ZeroDivisionError as e:
    print(e.__traceback__.tb_next.tb_lineno, e)
print(eval(compile(ast.Expression(ast.BinOp(ast.Constant(6, lineno=1, col_offset=0), ast.Mult(), ast.Constant(7, lineno=1, col_offset=0),
                                            lineno=1, col_offset=0)), "x", "eval")))
