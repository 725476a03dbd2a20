from os import UnsupportedError


def _missing(name):
    def function(*args, **kwargs):
        raise UnsupportedError(f"bz2.{name}() is not supported: use gzip or zlib")
    function.__name__ = name
    return function


open, compress, decompress = _missing("open"), _missing("compress"), _missing("decompress")
BZ2File, BZ2Compressor, BZ2Decompressor = _missing("BZ2File"), _missing("BZ2Compressor"), _missing("BZ2Decompressor")
