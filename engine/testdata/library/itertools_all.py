from itertools import *
def g(n):
    for i in range(n): yield i
print(list(islice(count(), 5)), list(islice(count(3, 2), 3)), count(3), count(1,2), repeat(1,2), repeat("a"))
print(list(islice(cycle("ab"), 5)), list(repeat(1,3)), list(chain([1],g(2),"x")), list(chain.from_iterable([[1],[2]])))
print(list(accumulate([1,2,3])), list(accumulate(g(4), lambda a,b:a*2+b)), list(accumulate([1,2], initial=10)))
print(list(compress("abcd",[1,0,1,0])), list(takewhile(lambda x:x<3, g(6))), list(dropwhile(lambda x:x<3, g(6))), list(filterfalse(lambda x:x%2, g(6))))
print([(k,list(v)) for k,v in groupby("aabbbc")], [(k,list(v)) for k,v in groupby(g(6), key=lambda x:x//2)])
print(list(islice(g(10), 2, 8, 3)), list(islice("abc", None)), list(islice("abcdef", 1, None, 2)))
print(list(pairwise(g(4))), list(starmap(pow, [(2,3),(3,2)])), list(zip_longest("ab", g(3), fillvalue="-")))
a,b=tee(g(4)); print(next(a), list(b), list(a))
print(list(product("ab", repeat=2)), list(product([1,2],"x")), list(permutations("abc",2)), len(list(permutations(range(4)))))
print(list(combinations("abcd",2)), list(combinations_with_replacement("ab",2)), list(product()), list(combinations([],0)))
for f in (lambda: islice([1], -1), lambda: islice([],1,2,0), lambda: count("a"), lambda: combinations([1],-1)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
gb = groupby("aab"); k, x = next(gb); k2, y = next(gb); print(k, list(x), k2, list(y))
it = islice(g(10), 3); print(list(it)); 
src = iter(range(10)); print(list(islice(src, 2)), next(src))
