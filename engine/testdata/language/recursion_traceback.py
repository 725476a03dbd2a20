# The report of a RecursionError repeats a frame three times, then counts.
def even(n):
    return odd(n + 1)


def odd(n):
    return even(n + 1)


def single(n):
    single(n + 1)


try:
    even(0)
except RecursionError as error:
    print(type(error).__name__)
single(0)
