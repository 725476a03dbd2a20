''
""
''''''
""""""
'a'
"it's"
'"'
'''a'b"c'''
"""a
b"""
'''\
a'''
'a\
b'
'\n\t\\\'\"\a\b\f\r\v'
'\0\7\12\123\1234\377\777'
'\x41\xe9\u00e9\U0001f600'
'\ud800\udc00\ud83d'
'\d\w\ '
'é变量😀'
r'\n\''
R"\d"
u'a'
U"b"
u'a' 'b'
'a' u'b'
b'a\x00\xff\n\d\0'
B'a'
rb'\x00'
Rb'a' bR'\n' br'' BR"x"
b'a' b'b'
'a' "b" '''c''' """d"""
('a'
 'b'
 # comment
 "c")
'a' \
    'b'
x = 'a' 'b' % c
'a'   'b'
"\
"
r'\
'
'''
  indented
'''
"a" if "b" else "c"
b'''
a'''
'	tab'
'\u4e2d\u6587'
