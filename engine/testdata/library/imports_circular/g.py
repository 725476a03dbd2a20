import h


def late():
    return h.use()


CONSTANT = 7
