# Integer arithmetic in a while loop.
def main(n):
    total = i = 0
    while i < n:
        total += i * i
        i += 1
    return total


print(main(3_000_000))
