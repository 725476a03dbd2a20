# Sorting with a key.
import random

rng = random.Random(7)
people = [(f"name{rng.randrange(10_000)}", rng.random(), i) for i in range(20_000)]
for _ in range(8):
    by_name = sorted(people, key=lambda p: p[0])
    by_score = sorted(people, key=lambda p: -p[1])
print(by_name[0][0], by_score[0][2], by_name[-1][2])
