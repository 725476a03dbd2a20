"""How much is read at once, which test_bz2 and test_gzip look at."""
BUFFER_SIZE = 8192
