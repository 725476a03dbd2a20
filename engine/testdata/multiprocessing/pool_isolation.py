# What a child has is a copy: globals, lists, class attributes, random state; what comes back is a copy, too.
import os
import random
from multiprocessing import Pool, Process, Queue

numbers = [1, 2, 3]
total = 0


class Account:
    opened = 0

    def __init__(self):
        self.money = 100


account = Account()


def spend(q):
    global total
    total += 5
    numbers.append(4)
    account.money -= 30
    Account.opened += 1
    q.put((total, numbers, account, Account.opened))


def bump(acc):
    acc.money += 1
    return acc


def same(pair):
    a, b = pair
    return a is b


if __name__ == "__main__":
    q = Queue()
    p = Process(target=spend, args=(q,))
    p.start()
    t, n, a, o = q.get()
    p.join()
    print("child:", t, n, a.money, o)
    print("parent:", total, numbers, account.money, Account.opened, a is account)
    with Pool(1) as pool:
        b = pool.apply(bump, (account,))
        print(account.money, b.money, b is account)
        shared = [0]
        print(pool.map(same, [(shared, shared)]), pool.apply(same, ((shared, list(shared)),)))
        random.seed(7)
        print(pool.apply(os.getppid) == os.getpid())
    random.seed(3)
    with Pool(2) as pool:
        x = pool.map_async(random.Random.random, [random.Random(5)] * 2, 1).get()
        print(x[0] == x[1])
    print(random.random() == random.Random(3).random())
