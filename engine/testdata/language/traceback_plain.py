# An exception that nobody catches: the traceback names each frame of the program with its line.
def divide(a, b):
    return a / b


def middle(n):
    return divide(n, n - n)


print("before")
try:
    middle(3)
except ZeroDivisionError as error:
    print("caught:", error)
middle(5)
