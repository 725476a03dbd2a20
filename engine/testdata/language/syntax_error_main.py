# A program that cannot be compiled: nothing runs.
print("this is never printed")


def function(argument):
    for item in argument:
        if item = 3:
            return item
