class Empty(Exception):
    pass
