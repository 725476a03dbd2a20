"""Text broken into lines of a width, and margins put and taken."""
__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_whitespace = "\t\n\x0b\x0c\r "


class TextWrapper:
    """Wraps and fills text; the attributes say how."""

    unicode_whitespace_trans = {ord(c): ord(" ") for c in _whitespace}

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self.unicode_whitespace_trans)
        return text

    def _split(self, text):
        """The chunks that are not broken: words, blanks, and parts of words at hyphens and dashes."""
        chunks, i, n = [], 0, len(text)
        while i < n:
            j = i
            blank = text[i] in _whitespace
            while j < n and (text[j] in _whitespace) == blank:
                j += 1
            if blank or not self.break_on_hyphens:
                chunks.append(text[i:j])
            else:
                chunks.extend(_hyphens(text[i:j]))
            i = j
        return chunks

    def _fix_sentence_endings(self, chunks):
        for i in range(len(chunks) - 1):
            if chunks[i + 1] == " " and _ends_sentence(chunks[i]):
                chunks[i + 1] = "  "

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """A chunk that is wider than a line: as much of it as fits, or all of it on a line of its own."""
        room = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            end, chunk = room, reversed_chunks[-1]
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind("-", 0, room)
                if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            margin = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(margin) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks.reverse()
        while chunks:
            line, size = [], 0
            margin = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(margin)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                del chunks[-1]
            while chunks and size + len(chunks[-1]) <= width:
                size += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, size, width)
                size = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                size -= len(line[-1])
                del line[-1]
            if not line:
                continue
            done = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if (self.max_lines is None or len(lines) + 1 < self.max_lines or done and size <= width):
                lines.append(margin + "".join(line))
                continue
            # The last line that is allowed: what does not fit beside the placeholder goes.
            while line:
                if line[-1].strip() and size + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(margin + "".join(line))
                    break
                size -= len(line[-1])
                del line[-1]
            else:
                if lines:
                    before = lines[-1].rstrip()
                    if len(before) + len(self.placeholder) <= self.width:
                        lines[-1] = before + self.placeholder
                        break
                lines.append(margin + self.placeholder.lstrip())
            break
        return lines

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """Reformat the single paragraph in 'text' so it fits in lines of no more than 'self.width' columns."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The wrapped lines, joined."""
        return "\n".join(self.wrap(text))


def _ends_sentence(word):
    """A lower-case letter, then a full stop, question or exclamation mark, then perhaps a quote."""
    word = word[:-1] if word[-1:] in ("'", '"') and len(word) > 1 and word[-2] in ".!?" else word
    return len(word) > 1 and word[-1] in ".!?" and word[-2].islower() and word[-2].isalpha()


def _letter(c):
    return c.isalpha()


def _word(c):
    return c.isalnum() or c == "_"


_PUNCT = "_!\"'&.,?"


def _hyphens(word):
    """A word broken after hyphens between letters, and around dashes of two or more hyphens."""
    out, start, i, n = [], 0, 0, len(word)
    while i < n:
        if word[i] != "-":
            i += 1
            continue
        j = i
        while j < n and word[j] == "-":
            j += 1
        run = j - i
        if run >= 2 and i > start and (_word(word[i - 1]) or word[i - 1] in _PUNCT) and j < n and _word(word[j]):
            out.append(word[start:i])
            out.append(word[i:j])
            start = i = j
            continue
        if run >= 2 and i == start and i > 0 and j < n and _word(word[j]):
            out.append(word[i:j])
            start = i = j
            continue
        if run == 1 and _breaks_at(word, start, i):
            out.append(word[start:j])
            start = j
        i = j
    if start < n:
        out.append(word[start:])
    return [c for c in out if c]


def _breaks_at(word, start, i):
    """Whether a line may end after the hyphen at i: two letters before it, two after (a hyphen may be among them)."""
    before = word[start:i]
    if len(before) < 2 or not (_letter(before[-1]) and (_letter(before[-2]) or before[-2] == "-" and len(before) > 2
                                                       and _letter(before[-3]))):
        return False
    after = word[i + 1:]
    if len(after) < 2 or not _letter(after[0]):
        return False
    return _letter(after[1]) or after[1] == "-" and len(after) > 2 and _letter(after[2])


def wrap(text, width=70, **kwargs):
    """Wrap a single paragraph of text, returning a list of wrapped lines."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Fill a single paragraph of text, returning a new string."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Collapse and truncate the given text to fit in the given width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Remove any common leading whitespace from every line in `text`."""
    lines = text.split("\n")
    margin = None
    for i, line in enumerate(lines):
        body = line.lstrip(" \t")
        if not body.strip(" \t"):
            lines[i] = ""
            continue
        lead = line[:len(line) - len(body)]
        if margin is None:
            margin = lead
        else:
            k = 0
            while k < len(margin) and k < len(lead) and margin[k] == lead[k]:
                k += 1
            margin = margin[:k]
    if margin:
        lines = [line[len(margin):] if line else line for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """Adds 'prefix' to the beginning of selected lines in 'text'."""
    if predicate is None:
        def predicate(line):
            return line.strip()
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
