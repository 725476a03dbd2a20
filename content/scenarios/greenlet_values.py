#@title Switching with values
from greenlet import greenlet

def ask(name):
    print("ask: hello", name)
    total = adder.switch(6, 7)   # starts add(6, 7)
    print("ask: total", total)
    total = adder.switch(1, 2)   # add gets (1, 2)
    print("ask: total", total)
    return "finished"

def add(a, b):
    while True:
        print("add:", a, "+", b)
        a, b = asker.switch(a + b)

asker = greenlet(ask)
adder = greenlet(add)
print("main:", asker.switch("Ann"))
