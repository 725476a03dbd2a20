pass
a = b
a = b = c
a = b, c
a, b = b, a
a, = b
(a) = 1
[a, b] = c
[a, *b] = c
*a, b = c
(a, (b, *c)), d[0], e.f = g
a.b = a[c] = d
a += 1
a.b -= 1
a[0] *= 1
a /= 1
a //= 1
a %= 1
a @= 1
a &= 1
a |= 1
a ^= 1
a <<= 1
a >>= 1
a **= b, c
(a) += 1
a: int
a: int = 1
(a): int = 1
a.b: int
a[0]: int = 1
a: int = b, c
a: tuple = *b, c
del a
del a, b
del (a, b), c
del (a), [b, c]
del a.b, a[0]
del (a)
assert a
assert a, b
assert (a, b)
raise
raise a
raise a from b
import a
import a.b.c
import a as b, c.d as e
from a import b
from a import b as c, d
from a import (b, c as d,)
from a import *
from . import a
from .. import a
from ... import a
from .... import a
from .a import b
from ...a.b import c
global a, b
if a:
    pass
if a: b
if a: b; c
if a:
    b
elif c:
    d
elif e:
    f
else:
    g
if (a := b):
    pass
if a := b:
    pass
while a:
    break
while a: continue
else: b
while a:
    if b:
        continue
    else:
        break
else:
    c
for a in b:
    c
for a, b in c: d
for a, in b: c
for (a, b), c in d:
    e
else:
    f
for a.b in c:
    d
for a[b] in *c, d:
    e
for [a, b] in c: d
try:
    a
except:
    b
try:
    a
except b:
    c
except (d, e) as f:
    g
except h as i:
    j
else:
    k
finally:
    l
try:
    a
finally:
    b
try:
    a
except* b:
    c
except* (d, e) as f:
    g
with a:
    b
with a as b:
    c
with a, b as c, d:
    e
with (a):
    b
with (a, b):
    c
with (a, b,):
    c
with (a as b):
    c
with (a as b, c as d,):
    e
with (a, b) as c:
    d
with (a), (b):
    c
with (a, b), c:
    d
with (a, b).c as d:
    e
with (a) as b, c:
    d
with (a if b else c):
    d
with (yield):
    a
with (a := b):
    c
with (a for a in b):
    c
with (a), b as c:
    d
with ((a, b)):
    c
with (a, *b):
    c
with ():
    a
with a as (b, c), d as [e, f], g as h.i, j as k[l]:
    m
with open('a') as f, open(
        'b') as g:
    pass
with (
    open('a') as f,
    # a comment
    open('b') as g
):
    pass
if a:
    # comment

    b

    # comment
# comment
c
if a:
    pass;
if a: pass;
class A: pass
class A(): pass
class A(B, C, metaclass=D, *e, **f):
    "doc"
    a = 1

    def f(self): pass
@a
@b.c(d)
@e[0]
@(lambda f: f)
@x if y else z
@n := m
class A:
    @a
    def b(self): ...
    class C:
        class D:
            pass
x = 1; y = 2
if a:
    x = 1; y = 2; 
    z = 3
if 1:
        a
        if 2:
         b
         c
        d
