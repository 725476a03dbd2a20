# The format mini-language for floats.
values = (0.0, -0.0, 1.0, 3.14159, -2.5, 1234567.891, 1e-7, 1.5e300, 0.5, 99.995, float("inf"), float("nan"))
for spec in ("", ".2f", ".0f", "#.0f", "f", "F", "e", ".3e", "E", "g", ".3g", "G", "#g", ".10g", "n", "%", ".1%", "10.3f", "<10.1f", "^10.1f", "+.2f", " .2f", "010.2f", "=+10.1f", ",.2f", "_.3f", "*>12.2e", ".3", "10", "z.1f", "+", "012,.1f", ".17g", ".1", "_", "#.3"):
    print(repr(spec), *(repr(format(v, spec)) for v in values))
for bad in ("d", "x", "s", "c", "b", ".f", "5.", ",_", "q", ".-1f", "..2f"):
    try:
        print(format(1.5, bad))
    except ValueError as error:
        print(bad, "->", error)
print("%f %.2f %e %g %10.3f|%-10.1f|%+.1f|% f|%010.2f|%.0f|%#.0f|%5.1f%%" % (1.5, 2.675, 12345.678, 1e-5, 3.14159, 2.5, 1.0, 1.0, -3.14159, 2.5, 2.0, 99.5))
print("%s %r %d %i %x %o %c %c" % (1.5, 1.5, 3.99, -3.99, 255, 8, 65, "z"), "%g %g %g" % (1e15, 1e16, 123456789), "%G %E" % (1e-10, 1e100), "%.3s|%10s|%-10s|" % ("abcdef", "r", "l"))
