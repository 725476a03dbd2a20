# An IndentationError in the program itself.
print("never")
if True:
    x = 1
      y = 2
print("never")
a = 1
b = 2
c = 3
d = 4
