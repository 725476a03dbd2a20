def _record(name, fields, values, extra=None):
    """An instance of a tuple class with named fields, like those of module sys."""
    def show(self):
        return f"sys.{name}(" + ", ".join(f"{f}={v!r}" for f, v in zip(fields, self)) + ")"

    body = {f: property(lambda self, i=i: self[i]) for i, f in enumerate(fields)}
    body.update(__repr__=show, __slots__=(), __module__="sys", n_fields=len(fields), n_sequence_fields=len(fields),
                n_unnamed_fields=0, __match_args__=tuple(fields))
    body.update(extra or {})
    cls = type(name, (tuple,), body)
    return cls, cls(values)


version_info = _record("version_info", ("major", "minor", "micro", "releaselevel", "serial"), (3, 11, 2, "final", 0))[1]
float_info = _record(
    "float_info",
    ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"),
    (1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1))[1]
int_info = _record("int_info", ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"),
                   (30, 4, 4300, 640))[1]
hash_info = _record(
    "hash_info",
    ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"),
    (64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0))[1]
thread_info = _record("thread_info", ("name", "lock", "version"), ("pthread", "semaphore", "NPTL 2.36"))[1]
flags = _record(
    "flags",
    ("debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
     "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
     "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits"),
    (0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, False, 0, 0, False, 4300))[1]
asyncgen_hooks = _record("asyncgen_hooks", ("firstiter", "finalizer"), (None, None))[0]


def _asyncgen_hooks(first, final):
    return asyncgen_hooks((first, final))


class UnraisableHookArgs:
    def __init__(self, exc_type, exc_value, exc_traceback, err_msg, object):
        self.exc_type = exc_type
        self.exc_value = exc_value
        self.exc_traceback = exc_traceback
        self.err_msg = err_msg
        self.object = object


def _implementation():
    class implementation:
        def __repr__(self):
            return "namespace(" + ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items()) + ")"

    it = implementation()
    it.name = "cpython"
    it.cache_tag = "cpython-311"
    it.version = version_info
    it.hexversion = hexversion
    return it


implementation = _implementation()
__excepthook__ = excepthook
__unraisablehook__ = unraisablehook
__displayhook__ = displayhook
stdlib_module_names = frozenset(builtin_module_names)
del _implementation
