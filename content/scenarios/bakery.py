#@title A hub and two greenlets
import gevent

baking = 0.3  #@param {type:"slider", min:0, max:0.5, step:0.1}

class Bread(gevent.Greenlet):
    def _run(self):
        print("bread: into the oven")
        gevent.sleep(baking)
        print("bread: done")
        return "a loaf"

def bake_cake(seconds):
    print("cake: into the oven")
    gevent.sleep(seconds)
    print("cake: done")
    return "a cake"

bread = Bread()
bread.start()
cake = gevent.spawn(bake_cake, 0.2)
print("main: two are started, none has run")
bread.join()
print("main:", bread.value)
cake.join()
print("main:", cake.value)
