f''
f'a'
F"a"
f'{a}'
f'{a}b{c}'
f'a{b}'
f'{a}{b}'
f'{{}}'
f'{{{a}}}'
f'{a!r}{b!s}{c!a}'
f'{a:b}'
f'{a:>10}'
f'{a!r:>10}'
f'{a:{b}}'
f'{a:{b}.{c}}'
f'{a:{b!r}}'
f'{a:x{b:c}y}' if 0 else 1
f'{a=}'
f'{a = }'
f'{a=!s}'
f'{a=:>5}'
f'{a + b = }'
f'{ a }'
f'{a["b"]}'
f"{a['b']}"
f"""{a['b']["c"]}"""
f'{a.b(c, d=e)[f]}'
f'{a if b else c}'
f'{(lambda x: x)}'
f'{(a := b)}'
f'{a:=5}'
f'{a!=b}'
f'{a==b}'
f'{a<=b}{a>=b}{a<b}{a>b}'
f'{a, b}'
f'{a,}'
f'{*a, b}'
f'{yield_}'
f'{ {a: b} }'
f'{ {a} }'
f'{[x for x in y]}'
f'{x for x in y}'
f'{a[b:c]}'
f'{a[b:c]:d}'
f'{"a"}'
f'{"a" "b"}'
f'{f"{a}"}'
f"{f'{a:{b}}'!r:>10}"
f'''{f"""{f"{f'{a}'}"}"""}'''
f'\n{a}\t'
f'\{a}' if 0 else 0
rf'\n{a}\d'
fr'{a}\{b}'
f'\x41{a}\u0042'
'a' f'{b}' 'c' f'{d}'
f'{a}' 'b' "c"
f'a' 'b'
'a' f''
f'''
{a}
  {b
   + c}
'''
f'''{
a}'''
f'''{
    a
    if b
    else c
:>10}'''
x = f'{a}' + f"{b}"
f(f'{a}', f'{b}')
f'é{a}变{b}'
f'{变量}'
f'{a:é{b}变}'
f'{a:%Y-%m-%d}'
f'{"{"}{"}"}'
f'{"a:b"}'
f'{a["]"]}'
f'{a!r}' f'{b!s:x}'
f'{1}{1.5}{0x1f}{None}'
f'{not a}{-b}{~c}'
f'{a or b}'
f'{await_(a)}'
f'{...}'
f'{a:{"b"}}'
f'{a:{b["c"]}}'
def f():
    f'{yield}{yield a}'
(f'{a}'
 f'{b}'
 'c')
