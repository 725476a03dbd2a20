# A forked process has a copy of everything; what it changes stays in it.
import multiprocessing as mp

numbers = [1, 2, 3]
alias = numbers
config = {"level": 1, "numbers": numbers}


class Account:
    opened = 0

    def __init__(self, balance):
        self.balance = balance
        Account.opened += 1


account = Account(100)


def change(tag):
    global config
    numbers.append(tag)
    config["level"] += 1
    account.balance -= 30
    Account.opened = 99
    Account.bonus = tag
    print(tag, numbers, alias is numbers, config["numbers"] is numbers, account.balance, Account.opened)
    config = None


if __name__ == "__main__":
    for tag in ("a", "b"):
        p = mp.Process(target=change, args=(tag,))
        p.start()
        p.join()
    print(numbers, config["level"], account.balance, Account.opened, hasattr(Account, "bonus"))
