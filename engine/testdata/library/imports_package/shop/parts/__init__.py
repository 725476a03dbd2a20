print("parts begins", __package__)
__all__ = ["wheel", "frame", "SIZE"]
SIZE = 28
_private = hidden = 1
