# ast.literal_eval reads literals only: signs, complex sums and containers, no names and no calls but set().
import ast

for text in ("[1, -2.5, +3]", "{'a': (1, 2), 'b': [None, True, ...]}", "{1, 2} ", "set()", "3+4j", "-1-2j", "b'x' b'y'",
             "'a' \"b\"", "  \t7", "(1,)", "()", "{}", "0x_ff", "1_000.5e3", "-0.0"):
    value = ast.literal_eval(text)
    print(repr(text), type(value).__name__, sorted(value) if isinstance(value, set) else value)

for text in ("a", "1+2", "f()", "[x for x in y]", "2**8", "-'a'", "{**{}}", "not 1", "f'{1}'", "1j+1", "--1", "set(1)", "[1", "1;2", ""):
    try:
        print(repr(text), ast.literal_eval(text))
    except Exception as e:
        message = str(e).split(": <")[0]
        print(repr(text), type(e).__name__, message)

print(ast.literal_eval(ast.parse("{'n': [1, 2]}", mode="eval")), ast.literal_eval(ast.Constant(5)))
