import copyreg  # its table of reductions


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


for _k in (PickleError, PicklingError, UnpicklingError):
    _k.__module__ = "_pickle"
del _k
