print("half is fine")
