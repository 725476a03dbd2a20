#@title A pool of two greenlets
import gevent
from gevent.pool import Pool

size = 2  #@param {type:"slider", min:1, max:4}
ordered = False  #@param {type:"boolean"}
jobs = {"a": 0.3, "b": 0.1, "c": 0.1, "d": 0.2}

def work(name):
    print("begin", name)
    gevent.sleep(jobs[name])
    return name

pool = Pool(size)
each = pool.imap if ordered else pool.imap_unordered
for name in each(work, jobs):
    print("result", name)
print("all done")
