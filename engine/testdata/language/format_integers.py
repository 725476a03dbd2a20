# The format mini-language for ints.
for spec in ("", "d", "5", "<5", ">5", "^5", "05", "=5", "*^7", "+", " ", "-", "+05", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "#010x", "08b", "c", ",", "_", "_b", "_x", ",d", "12,", "012,", "n", "e", ".2e", "f", ".1f", "g", "%", ".1%", "x>6", "é^5", "0=8", "<05", "+,", "#_x", "z.1f"):
    print(f"{spec!r}: {format(1234, spec)!r} {format(-42, spec)!r}" if spec != "c" else format(97, spec))
for spec in (".2", ".2d", "s", "5.2x", ",b", "_,", ",_", "+c", "q", "d5", "#c", ",c", ".c", "10.d", "=<>5", "{", "1" * 30, ",n", "zd", "z"):
    try:
        print(spec, repr(format(1234, spec)))
    except (ValueError, OverflowError) as error:
        print(spec, "->", error)
for number in (0x110000, -1):
    try:
        format(number, "c")
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print(f"{True}", f"{True:d}", f"{True:5}", f"{True!s:5}|", f"{False:x}", format(True), format(True, ""), f"{10**30:,}", f"{-10**20:_x}", f"{5:{'>'}{10}}", f"{3:0{4}d}", f"{255:#{'x'}}")
print("{:d} {:5} {:<5}|{:^+5}|{!r:>4}".format(1, 2, 3, 4, 5), "{0:{1}}".format(7, 4), "{0:{w}.{p}f}".format(3.14159, w=8, p=2), "{:{}{}}".format(5, ">", 6))
