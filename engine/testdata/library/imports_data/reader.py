def first(name):
    with open(name) as f:
        return f.readline()
