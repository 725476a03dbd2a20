def system():
    return "Linux"


def python_implementation():
    return "CPython"
