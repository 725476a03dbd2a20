def __getattr__(name):
    if name in ("one", "two"):
        print("asked for", name)
        return name.upper()
    raise AttributeError(f"module {__name__!r} has no {name!r}")


def __dir__():
    return ["one", "two"]
