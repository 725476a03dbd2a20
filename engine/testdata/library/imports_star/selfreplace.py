import sys


class Proxy:
    x = 42

    def __repr__(self):
        return "<proxy>"


sys.modules[__name__] = Proxy()
