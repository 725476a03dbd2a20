print("engine begins", __name__, __package__)


def power():
    from . import NAME
    return "pedals of " + NAME
