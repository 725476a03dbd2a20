# __index__, __int__, __float__, __complex__, __bool__, __len__, __trunc__: who uses which, and wrong results.
import math
import operator
import warnings

warnings.simplefilter("error")


def make(**methods):
    return type("N", (), {f"__{name}__": (lambda v: lambda self, *a: v)(value) for name, value in methods.items()})()


class MyInt(int):
    pass


def attempt(text, **names):
    try:
        print(f"{text:36}", repr(eval(text, globals(), names)))
    except Exception as error:
        print(f"{text:36}", type(error).__name__, error)


i = make(index=3)
for text in ("int(i)", "float(i)", "complex(i)", "[0, 1, 2, 3][i]", "'ab' * i", "range(i)", "hex(i)", "round(i)", "operator.index(i)",
             "list(range(10))[i:]", "bytes(i)", "chr(i)", "1 + i", "math.sqrt(i)", "math.factorial(i)", "slice(i).indices(i)",
             "'%d' % i", "'%x' % i", "'%f' % i", "f'{i:d}'", "int('11', i)", "divmod(i, 2)", "[] * i", "i == 3", "abs(i)", "str(5)[:i]", "pow(2, i)",
             "round(1.23456, i)", "'a'.ljust(i)", "int.from_bytes(b'ab', 'big') >> i", "sum([i])", "{3: 'x'}.get(i)", "math.gcd(i, 6)"):
    attempt(text)
for name, n in {"int only": make(int=5), "float only": make(float=1.5), "trunc": make(trunc=7), "bad int": make(int="5"),
                "bad float": make(float=1), "bad index": make(index=1.0), "bool int": make(int=True), "bad bool": make(bool=1),
                "bad len": make(len=-1), "float len": make(len=1.0), "huge len": make(len=2**70), "len 0": make(len=0), "none": make(),
                "bool false": make(bool=False, len=3), "bad complex": make(complex=1), "complex": make(complex=1j),
                "bad str": make(str=1), "bad hash": make(hash="x"), "big hash": make(hash=2**70), "hash -1": make(hash=-1),
                "bad format": make(format=3), "bad bytes": make(bytes="x"), "bad iter": make(iter=5), "round": make(round="r"), "floor": make(floor="f")}.items():
    print("--", name)
    for call in {"int only": "int float operator.index math.trunc", "float only": "int float math.sqrt complex", "trunc": "int math.trunc float",
                 "bad int": "int", "bad float": "float math.sin", "bad index": "operator.index int hex", "bool int": "int", "bad bool": "bool",
                 "bad len": "len bool list", "float len": "len bool", "huge len": "len bool", "len 0": "len bool any", "none": "int float bool len complex operator.index round math.floor",
                 "int sub": "operator.index int", "bool false": "bool len", "bad complex": "complex", "complex": "complex float", "bad str": "str print", "bad repr": "repr str",
                 "bad hash": "hash", "big hash": "hash", "hash -1": "hash", "bad format": "format", "bad bytes": "bytes", "bad iter": "iter list", "round": "round", "floor": "math.floor math.ceil"}[name].split():
        attempt(f"{call}(n)", n=n)
