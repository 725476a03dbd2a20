# "Did you mean": names, attributes, modules, and where no suggestion is made.
import math


class Robot:
    def __init__(self):
        self.battery = 1
        self.position = 2

    def recharge(self):
        return self.batery


def try_it(function):
    import traceback

    try:
        function()
    except Exception as error:
        print("".join(traceback.format_exception_only(error)), end="")


counter_total = 1


def local_names():
    value_one = 1
    return value_on


try_it(lambda: Robot().recharge())
try_it(lambda: Robot().positoin)
try_it(lambda: Robot().zzz)
try_it(lambda: counter_totl)
try_it(lambda: prnt("x"))
try_it(local_names)
try_it(lambda: math.sqroot)
try_it(lambda: math.cosinus)
try_it(lambda: [].apend)
try_it(lambda: "".uper())
try_it(lambda: Robot.recharg)
try_it(lambda: a)
try_it(lambda: __nam__)
try_it(lambda: Robot().Battery)
from math import sinn
