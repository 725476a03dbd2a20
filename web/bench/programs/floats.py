# Floating-point arithmetic in a loop.
def main(n):
    x = 0.5
    total = 0.0
    for _ in range(n):
        x = 3.7 * x * (1.0 - x)
        total += x / 2.0
    return total


print(f"{main(3_000_000):.6f}")
