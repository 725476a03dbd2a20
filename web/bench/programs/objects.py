# What ordinary programs are made of: a class, attributes, lists, dicts, f-strings.
class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance

    def move(self, amount):
        self.balance += amount
        return self.balance


n = 300_000
accounts = [Account(f"owner-{i}", i) for i in range(100)]
seen = {}
for i in range(n):
    account = accounts[i % 100]
    account.move(i & 7)
    seen[account.owner] = seen.get(account.owner, 0) + 1
print(sum(a.balance for a in accounts), len(seen), f"{seen['owner-7']:>6}")
