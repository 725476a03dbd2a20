import traceback
class B:
    def __bool__(self):
        raise ValueError("no truth")
b = B()
def c1():
    return 1 if b else 2
def c2():
    if b:
        pass
def c3():
    while b:
        pass
def c4():
    x = (1 if
         b else 2)
def c5():
    return [i for i in [1] if b]
def c6():
    return b and 1
def c7():
    return not b
def c8():
    assert b
def c9():
    if 1 and b:
        pass
def c10():
    return 1 if not b else 2
def c11():
    return (b or 3) + 1
def c12():
    if 1:
        pass
    elif b:
        pass
def c13():
    return 1 if (b or b) else 2
def c14():
    match 1:
        case x if b:
            pass
def c15():
    if not b:
        pass
def c16():
    return lambda: 1 if b else 2
def c17():
    return print(1 if b else 2)
for f in (c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16(), c17):
    try:
        f()
    except ValueError:
        traceback.print_exc()
1 if b else 2
