# The same loop with global variables.
n = 3_000_000
total = i = 0
while i < n:
    total += i * i
    i += 1
print(total)
