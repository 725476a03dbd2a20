# A class that works on its attributes.
class Particle:
    def __init__(self, x, v):
        self.x = x
        self.v = v
        self.bounces = 0

    def step(self):
        self.x += self.v
        if self.x > 100 or self.x < 0:
            self.v = -self.v
            self.bounces += 1

    @property
    def energy(self):
        return self.v * self.v


particles = [Particle(i, i % 7 - 3) for i in range(100)]
energy = 0
for _ in range(6_000):
    for p in particles:
        p.step()
    energy += particles[7].energy
print(sum(p.x for p in particles), sum(p.bounces for p in particles), energy)
