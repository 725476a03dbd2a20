import random
random.seed(42)
print(random.random(), random.randint(1, 6), random.randrange(10), random.uniform(1, 5))
l = list(range(10)); random.shuffle(l); print(l)
print(random.choice("abc"), random.choice([1,2,3]), random.sample(range(100), 5), random.choices([1,2,3], k=4))
print(random.choices("abc", weights=[1,2,3], k=5))
print(random.gauss(0,1), random.expovariate(2), random.normalvariate(5, 2), random.triangular(1,2))
print(random.getrandbits(100), random.getrandbits(5), random.randrange(0, 100, 7), random.randint(1, 10**30))
for s in ("hello", b"abc", 1.5, -7, 10**40, 0): 
    random.seed(s); print(random.random())
r = random.Random(3)
print(r.random(), r.betavariate(1,2), r.gammavariate(2, 3), r.paretovariate(3), r.weibullvariate(1,2), r.vonmisesvariate(0,4), r.lognormvariate(0,1))
st = r.getstate(); a = r.random(); r.setstate(st); print(a == r.random())
for f in (lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.randrange(0), lambda: random.sample([1], 2), lambda: random.randrange(1, 1), lambda: random.seed([])):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(random.Random("x").sample(["a","b","c"], 2, counts=[2,1,1]), random.randbytes(3))
import operator
print(operator.add(1,2), operator.itemgetter(1)([4,5]), operator.attrgetter("real")(3), operator.methodcaller("upper")("a"))
print(random.Random(1).randint(1, 100), [random.Random(i).random() for i in range(3)])
