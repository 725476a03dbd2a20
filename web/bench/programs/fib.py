# fib(24), recursively, twenty times.
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


for _ in range(20):
    result = fib(24)
print(result)
