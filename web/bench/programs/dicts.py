# Building dicts: store, look up, get, items.
def main(rounds):
    total = 0
    for r in range(rounds):
        squares = {}
        for i in range(100):
            squares[i] = i * r
        for i in range(0, 150, 3):
            if i in squares:
                squares[i] += 1
            total += squares.get(i, 0)
        for key, value in squares.items():
            total += key ^ value
    return total


print(main(16_000))
