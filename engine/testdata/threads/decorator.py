import functools
import threading


def synchronized(f):
    lock = threading.RLock()

    @functools.wraps(f)
    def inner(*args, **kwargs):
        with lock:
            return f(*args, **kwargs)

    return inner


class Account:
    def __init__(self, balance):
        self.balance = balance

    @synchronized
    def withdraw(self, amount):
        if self.balance < amount:
            raise ValueError("not enough")
        rest = self.balance - amount
        for _ in range(50):
            pass
        self.balance = rest


account = Account(100)
failed = []


def spend():
    for _ in range(30):
        try:
            account.withdraw(1)
        except ValueError:
            failed.append(1)


threads = [threading.Thread(target=spend) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(account.balance, len(failed))
