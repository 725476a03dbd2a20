def run(fn, items):
    return [fn(i) for i in items]


def who():
    import sys
    return sys.modules["__main__"].square.__module__


if __name__ == "__main__":
    print("never printed")
else:
    print("imported as", __name__)
