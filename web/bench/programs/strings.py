# Building strings: +=, join, split, replace, upper.
def main(rounds):
    total = 0
    for r in range(rounds):
        line = ""
        for word in ("alpha", "beta", "gamma", "delta"):
            line += word + ","
        parts = line.split(",")
        line = "-".join(parts).replace("a", "o").upper()
        for c in line:
            if c == "O":
                total += 1
        total += len(line) + line.find("DELTO")
    return total


print(main(120_000))
