"""The form of module abc that is written in Python: here there is one only."""
from abc import ABCMeta, get_cache_token
