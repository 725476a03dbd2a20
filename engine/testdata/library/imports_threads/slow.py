import time

print("slow begins")
time.sleep(0.3)
answer = 42
print("slow ends")
