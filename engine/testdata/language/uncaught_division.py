# An uncaught exception with several frames: nested functions, a lambda, a comprehension, a method.
class Machine:
    def __init__(self, parts):
        self.parts = parts

    def run(self):
        return [self.step(part) for part in self.parts]

    def step(self, part):
        handler = lambda p: self.divide(
            p,
            p - p,
        )
        return handler(part)

    @staticmethod
    def divide(a, b):
        return (a * 2) / b + 1


print("before")
Machine([1, 2]).run()
print("never")
