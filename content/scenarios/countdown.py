#@title A generator ends
start = 2  #@param {type:"slider", min:0, max:5}

def countdown(n):
    while n > 0:
        yield n
        n -= 1
    return "liftoff"

steps = countdown(start)
while True:
    try:
        print("step", next(steps))
    except StopIteration as stop:
        print("stopped:", stop.value)
        break

for n in countdown(start):
    print("loop", n)
