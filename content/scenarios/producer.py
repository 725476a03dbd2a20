#@title A generator answers back
items = 3  #@param {type:"slider", min:1, max:6}

def adder():
    total = 0
    print("adder: ready")
    try:
        while True:
            item = yield total
            total += item
            print(f"adder: got {item}")
    finally:
        print(f"adder: closed at {total}")

def producer(target):
    next(target)                # run to the first yield
    for item in range(1, items + 1):
        total = target.send(item)
        print(f"producer: total {total}")
    target.close()

producer(adder())
print("end")
