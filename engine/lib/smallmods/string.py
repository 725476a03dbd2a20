whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _expand(self, mapping, strict):
        text, d = self.template, self.delimiter
        out = []
        i = 0
        while True:
            j = text.find(d, i)
            if j < 0:
                out.append(text[i:])
                return "".join(out)
            out.append(text[i:j])
            i = j + len(d)
            if text.startswith(d, i):
                out.append(d)
                i += len(d)
                continue
            braced = text[i:i + 1] == "{"
            start = i + braced
            end = start
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == "_"):
                end += 1
            name = text[start:end]
            if not name or name[0].isdigit() or braced and text[end:end + 1] != "}":
                if strict:
                    before = text[:j].split("\n")
                    raise ValueError(f"Invalid placeholder in string: line {len(before)}, col {len(before[-1]) + 1}")
                out.append(d)
                continue
            i = end + braced
            if strict or name in mapping:
                out.append(str(mapping[name]))
            else:
                out.append(text[j:i])

    def substitute(self, mapping={}, /, **kws):
        return self._expand({**mapping, **kws}, True)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._expand({**mapping, **kws}, False)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
