def use():
    from g import CONSTANT
    return CONSTANT
