# A bracket that is never closed, far from where it is noticed.
print("never")
values = [
    1,
    2,
    (3, 4


def function():
    return values


function()
