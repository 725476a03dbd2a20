def f(n):
    raise ValueError(f"deep {n}")


f(3)
