# A pool inside an object: the object must not go to the workers with it.
from multiprocessing import Pool


class Bad:
    def __init__(self):
        self.pool = Pool(1)
        self.factor = 3

    def scale(self, x):
        return x * self.factor

    def run(self):
        return self.pool.map(self.scale, [1, 2])


class Good(Bad):
    def __getstate__(self):
        state = self.__dict__.copy()
        del state["pool"]
        return state


if __name__ == "__main__":
    for kind in (Bad, Good):
        obj = kind()
        try:
            print(kind.__name__, obj.run())
        except NotImplementedError as e:
            print(kind.__name__, e)
        obj.pool.close()
        obj.pool.join()
