# LZMA's range coder and match finder are a library of their own; what programs here compress, gzip, zlib and bz2 do.

from os import UnsupportedError

FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW = range(4)
CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256, CHECK_ID_MAX, CHECK_UNKNOWN = 0, 1, 4, 10, 15, 16
PRESET_DEFAULT, PRESET_EXTREME = 6, 2147483648


class LZMAError(Exception):
    pass


def _refuse(name):
    def function(*args, **kwargs):
        raise UnsupportedError(f"lzma.{name}() is not supported: use bz2, gzip or zlib")
    function.__name__ = function.__qualname__ = name
    return function


open, compress, decompress = _refuse("open"), _refuse("compress"), _refuse("decompress")
LZMAFile, LZMACompressor, LZMADecompressor = _refuse("LZMAFile"), _refuse("LZMACompressor"), _refuse("LZMADecompressor")
is_check_supported = _refuse("is_check_supported")
