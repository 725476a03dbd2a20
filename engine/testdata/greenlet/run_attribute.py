# run: readable before the start, settable, gone afterwards.
from greenlet import getcurrent, greenlet

main = getcurrent()


def body(*args):
    main.switch("started")
    return args


def attempt(label, fn):
    try:
        print(label, fn())
    except Exception as e:
        print(label, type(e).__name__ + ":", e)


g = greenlet(body)
print(g.run is body)
h = greenlet()
attempt("no run yet:", lambda: h.run)
attempt("switch without run:", h.switch)
print(h.dead)
h.run = lambda: "set later"
print(h.switch())
print(g.switch(1, 2))
attempt("after start:", lambda: g.run)


def set_it():
    g.run = body


attempt("set after start:", set_it)
print(g.switch())
attempt("when dead:", lambda: g.run)
attempt("set when dead:", set_it)
k = greenlet(body)
del k.run
attempt("deleted:", lambda: k.run)
attempt("switch deleted:", k.switch)
k.run = len
print(k.switch([1, 2, 3]))
attempt("not callable:", greenlet(42).switch)
attempt("run keyword:", lambda: greenlet(run=lambda: "kw").switch())
