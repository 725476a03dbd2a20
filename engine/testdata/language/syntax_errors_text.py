# SyntaxErrors of texts: strings, indentation, characters, f-strings, encodings, unfinished input.
def show(source):
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} {e.lineno}:{e.offset}")


for source in (
    "'abc", '"abc', "'''abc", '"""abc\ndef', "'abc\ndef'", "x = 'a' 'b", "b'é'", "'\\x1'", "'\\u12'", "'\\N{'", "b'\\x1'", "'\\U99999999'", "b'a' 'b'", "ur'x'",
    "  x = 1", "if x:\n    a\n  b", "if x:\n    a\n      b", "if x:\n\ta\n        b", "if x:\n        a\n\tb", "def f():\nreturn 1", "class A:\n", "if x:\n", "for x in y:\n# only a comment\n", "\tx = 1", "x = 1\n  y = 2",
    "x = 1 \\ ", "x = \\", "x = 1 \\\n", "x = (1 +\n", "x = [1,\n2,\n", "foo(\n  'a',\n  b", "x = é€", "x = 1€", "x = “quoted”", "a\u00a0= 1", "x = 1;; y", "x = 1; ; y", ";", "x ;= 1",
    "f'{'", "f'{}'", "f'{ }'", "f'}'", "f'{a b}'", "f'{a!}'", "f'{a!x}'", "f'{a!r:}'", "f'{a:{b'", "f'{a[}'", "f'{a\\n}'", "f'{#}'", "f'{a:{b:{c}}}'", "f'{*}'", "f'{lambda x: 1}'", "f'{a = }'", "f'{=}'", "f'{a!r }'", "f'{(a}'", "f'{a)}'", "f'{yield}'", "f'{x:=5}'", "f'{a['x']}'", "f'{1 +}'", "f'''{\na b}'''",
    "\x00", "x\x0c = 1", "\ufeffx = 1", "# coding: latin-1\nx", "print(1))", "x = [1, 2}}", "while 1:\n  x\n y", "def f(:\n  pass", "x = 1 if 2 else", "1abc", "1if 2else 3", "0b12", "0xfg", "1.5j2", "5._a", "1.e", "0_7",
):
    show(source)
