import e
print("f:", e.x)
