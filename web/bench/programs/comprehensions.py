# List, dict and set comprehensions, and a generator expression.
def main(rounds):
    total = 0
    for r in range(rounds):
        squares = [x * x for x in range(100) if x & 1]
        pairs = {x: y for x, y in enumerate(squares)}
        rest = {x % 17 for x in squares}
        total += sum(x + r for x in pairs.values()) + len(rest)
    return total


print(main(20_000))
