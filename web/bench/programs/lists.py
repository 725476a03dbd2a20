# Building lists: append, index, slice, pop.
def main(rounds):
    total = 0
    for r in range(rounds):
        items = []
        for i in range(100):
            items.append(i + r)
        items[3] = items[5] + items[7]
        tail = items[50:]
        tail.extend(items[:10])
        while len(tail) > 40:
            total += tail.pop()
        total += len(items) + len(tail)
    return total


print(main(24_000))
