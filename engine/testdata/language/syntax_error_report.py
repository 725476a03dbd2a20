# An uncaught SyntaxError in a program that is compiled at run time.
source = """
def f(x):
    return x +* 2
"""
try:
    exec(source)
except SyntaxError as error:
    print(error, error.filename, error.lineno, error.offset, error.text)
try:
    eval("1 +")
except SyntaxError as error:
    print(error.msg, error.lineno)
try:
    eval("x = 1")
except SyntaxError as error:
    print(error.msg, error.offset)
try:
    compile("a b", "file.py", "eval")
except SyntaxError as error:
    print(error)
try:
    compile("a = 1\nb", "<s>", "single")
except SyntaxError as error:
    print(error)
try:
    exec("def f():\n\tx\n        y")
except TabError as error:
    print(type(error).__name__, error)
try:
    eval("(1,\n 2,\n 3 4)")
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, repr(error.text))
