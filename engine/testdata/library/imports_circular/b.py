print("b begins, a has NAME:", end=" ")
import a
print(hasattr(a, "NAME"))
NAME = "b"


def value():
    return "b sees " + a.NAME
