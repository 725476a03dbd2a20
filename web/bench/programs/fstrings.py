# F-strings with and without format specifications.
def main(n):
    size = 0
    for i in range(n):
        line = f"{i}: {i / 7:.3f} {i:>8} {'even' if i % 2 == 0 else 'odd'!r} {i:#x}"
        size += len(line)
        name = f"task-{i}"
        size += len(name)
    return size


print(main(300_000))
