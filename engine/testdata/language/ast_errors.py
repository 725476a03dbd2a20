# Nodes that are built by hand: fields by position and name, and what compile() refuses.
import ast

print(ast.Name("x", ast.Load()).id, ast.Name(id="y").id, ast.Return().value, ast.arg("a").annotation)
print(ast.BinOp._fields, ast.Name._attributes, ast.Constant(1) == ast.Constant(1), ast.Add.__doc__, ast.Return.__doc__)
print(isinstance(ast.Pass(), ast.stmt), issubclass(ast.For, ast.AST), ast.Name.__mro__[1].__name__, ast.Call.__match_args__)
for make in (lambda: ast.Name(1, 2, 3), lambda: ast.Name("x", id="y"), lambda: ast.Pass(1), lambda: ast.Name().id):
    try:
        print(make())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


def module(*body):
    return ast.fix_missing_locations(ast.Module(list(body), []))


one = ast.Constant(1)
for tree, mode in ((ast.Module([ast.Expr(one)], []), "exec"), (module(ast.Expr(ast.Constant([1]))), "exec"),
                   (module(ast.Assign([ast.Name("x", ast.Load())], one)), "exec"), (module(ast.If(one, [], [])), "exec"),
                   (module(ast.Expr(ast.Name("True", ast.Load()))), "exec"), (module(ast.Return(one)), "exec"),
                   (module(ast.Expr(ast.Dict([one], []))), "exec"), (module(ast.Expr(ast.Compare(one, [], []))), "exec"),
                   (module(ast.Raise(None, one)), "exec"), (module(ast.Try([ast.Pass()], [], [], [])), "exec"),
                   (module(ast.Delete([])), "exec"), (module(ast.Expr(one)), "eval"), (one, "eval")):
    try:
        compile(tree, "<tree>", mode)
        print("compiled")
    except (TypeError, ValueError, SyntaxError) as e:
        print(type(e).__name__, e)
print(ast.dump(ast.parse("x.y[1:2, ::3]", mode="eval")))
print(ast.dump(ast.Call(ast.Name("f", ast.Load()), [], []), annotate_fields=False), ast.dump(ast.Assign()))
match ast.parse("a + 1", mode="eval").body:
    case ast.BinOp(ast.Name(name), ast.Add(), ast.Constant(value)):
        print("matched", name, value)
