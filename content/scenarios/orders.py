#@title Orders for two cooks
import time
from concurrent.futures import ThreadPoolExecutor

cooks = 2      #@param {type:"slider", min:1, max:5}
burnt = False  #@param {type:"boolean"}
orders = {"soup": 0.3, "rice": 0.1, "fish": 0.2, "tea": 0.1}

def cook(dish):
    time.sleep(orders[dish])
    if burnt and dish == "rice":
        raise ValueError("the rice is burnt")
    return dish.upper()

pool = ThreadPoolExecutor(cooks, thread_name_prefix="cook")
soup = pool.submit(cook, "soup")
rice = pool.submit(cook, "rice")
tea = pool.submit(cook, "tea")
time.sleep(0.05)
print("soup:", soup.running(), soup.done(), soup.cancel())
print("tea:", tea.running(), tea.done(), tea.cancel())
try:
    for dish in pool.map(cook, orders):
        print("map:", dish)
except ValueError as e:
    print("map raised:", e)
print("rice:", rice.result() if not rice.exception() else "no result")
pool.shutdown()
print("tea:", tea.cancelled(), tea.done())
