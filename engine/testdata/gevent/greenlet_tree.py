import gevent
from gevent.util import GreenletTree

def child():
    gevent.sleep(1)

def work():
    g = gevent.spawn(child)
    gevent.sleep(1)

g = gevent.spawn(work)
gevent.sleep(0.01)
print(GreenletTree.current_tree())
print(GreenletTree(g).format(False), end='')
tree = GreenletTree.current_tree()
print(tree.root, tree.is_current_tree, tree.greenlet is gevent.getcurrent())
