import threading

results = {}
errors = {}


def run(name, f, *args):
    try:
        results[name] = f(*args)
    except Exception as e:
        errors[name] = e


jobs = {"sum": (sum, [1, 2, 3]), "div": (lambda a, b: a / b, 1, 0), "join": ("-".join, "abc")}
threads = [threading.Thread(target=run, args=(n, *job), name=n) for n, job in jobs.items()]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results.items()), {n: repr(e) for n, e in errors.items()})
