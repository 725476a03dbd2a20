__all__ = ["_x"]
_x, y = "private", "public"
