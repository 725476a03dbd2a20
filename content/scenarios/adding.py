#@title Adding up in threads
import threading

threads = 4   #@param {type:"slider", min:1, max:8}
numbers = 200_000
sums = []

def add(first):
    total = 0
    for n in range(first, numbers, threads):
        total += n * n % 7
    sums.append(total)

crew = [threading.Thread(target=add, args=(i,), name=f"part {i}")
        for i in range(threads)]
for t in crew:
    t.start()
for t in crew:
    t.join()
print("total:", sum(sums))
