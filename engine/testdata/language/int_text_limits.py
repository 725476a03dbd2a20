# Conversion between long ints and text is limited; powers of two bases are not.
import sys

print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
big = 10**4300
for use in (lambda: str(big), lambda: repr(big), lambda: f"{big}", lambda: "%d" % big, lambda: int("1" * 4301), lambda: format(big, "d"), lambda: "{:,}".format(big), lambda: print(big)):
    try:
        print(len(use()))
    except ValueError as error:
        print(error)
print(len(hex(big)), len(bin(big)), len(oct(big)), len(str(10**4299)), int("1" * 4300) % 97, int("f" * 5000, 16) % 97, len(f"{big:x}"))
sys.set_int_max_str_digits(5000)
print(len(str(big)), int("1" * 4500) % 97)
sys.set_int_max_str_digits(0)
print(len(str(10**6000)))
sys.set_int_max_str_digits(4300)
for bad in (100, -1, "x"):
    try:
        sys.set_int_max_str_digits(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(eval("0x" + "f" * 5000) % 97)
try:
    compile("1" * 5000, "<s>", "eval")
except SyntaxError as error:
    print(error.msg[:60])
