print("frame begins")


def material():
    return "steel"
