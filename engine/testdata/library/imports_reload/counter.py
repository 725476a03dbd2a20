try:
    loaded += 1
except NameError:
    loaded = 1
count = 0
print("counter runs, time", loaded)
