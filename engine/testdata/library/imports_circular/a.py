print("a begins")
import b


def value():
    return "a sees " + b.NAME


NAME = "a"
print("a ends")
