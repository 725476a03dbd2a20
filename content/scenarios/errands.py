#@title One after another, or together
import gevent

together = True  #@param {type:"boolean"}
shops = {"post": 0.3, "bank": 0.1, "books": 0.2}

def errand(shop):
    print(f"{shop}: in the queue")
    gevent.sleep(shops[shop])
    print(f"{shop}: done")

if together:
    gevent.joinall([gevent.spawn(errand, shop) for shop in shops])
else:
    for shop in shops:
        errand(shop)
print("home")
