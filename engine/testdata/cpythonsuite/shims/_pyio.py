"""The engine has one form of module io."""
from io import *
from io import DEFAULT_BUFFER_SIZE, FileIO, IncrementalNewlineDecoder, open, open_code, text_encoding
