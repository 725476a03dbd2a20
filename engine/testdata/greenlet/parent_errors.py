# Parents that are refused: cycles, other types, of the main greenlet; deletion.
from greenlet import getcurrent, greenlet

main = getcurrent()


def attempt(label, fn):
    try:
        fn()
        print(label, "worked")
    except Exception as e:
        print(label, type(e).__name__ + ":", e)


a = greenlet(lambda: None)
b = greenlet(lambda: None, a)
c = greenlet(lambda: None, b)


def set_parent(g, p):
    g.parent = p


attempt("self", lambda: set_parent(a, a))
attempt("pair", lambda: set_parent(a, b))
attempt("ring", lambda: set_parent(a, c))
attempt("sibling", lambda: set_parent(c, a))
attempt("back", lambda: set_parent(b, c))
attempt("number", lambda: set_parent(a, 1))
attempt("none", lambda: set_parent(a, None))
attempt("function", lambda: set_parent(a, set_parent))
attempt("main's parent", lambda: set_parent(main, a))
attempt("main under main", lambda: set_parent(main, main))


def delete():
    del a.parent


attempt("delete", delete)
attempt("constructor number", lambda: greenlet(lambda: None, 5))
attempt("constructor None", lambda: greenlet(lambda: None, None))
print(a.parent is main, b.parent is c, c.parent is a, main.parent)
