import re
from collections.abc import MutableMapping

__all__ = ["NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "ConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation",
           "ExtendedInterpolation", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH", "SectionProxy"]
DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, "No section: %r" % (section,))
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        msg = repr(section) + " already exists"
        if source is not None:
            msg = "While reading from %r" % source + (" [line %2d]" % lineno if lineno is not None else "") \
                + ": section " + msg
        else:
            msg = "Section " + msg
        Error.__init__(self, msg)
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        msg = repr(option) + " in section " + repr(section) + " already exists"
        if source is not None:
            msg = "While reading from %r" % source + (" [line %2d]" % lineno if lineno is not None else "") \
                + ": option " + msg
        else:
            msg = "Option " + msg
        Error.__init__(self, msg)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, "No option %r in section: %r" % (option, section))
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        msg = ("Bad value substitution: option {!r} in section {!r} contains an interpolation key {!r} which is not a valid "
               "option name. Raw value: {!r}".format(option, section, reference, rawval))
        InterpolationError.__init__(self, option, section, msg)
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        msg = ("Recursion limit exceeded in value substitution: option {!r} in section {!r} contains an interpolation key "
               "which cannot be substituted in {} steps. Raw value: {!r}"
               .format(option, section, MAX_INTERPOLATION_DEPTH, rawval))
        InterpolationError.__init__(self, option, section, msg)
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source, filename=None):
        Error.__init__(self, "Source contains parsing errors: %r" % source)
        self.source, self.errors = source, []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %r, line: %d\n%r" % (filename, lineno, line))
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    """%(name)s stands for another option of the section, or a default."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, option, section, value, value, defaults, 1)

    def before_set(self, parser, section, option, value):
        if "%" in re.sub(r"%\([^)]+\)s", "", value.replace("%%", "")):
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, value.find("%")))
        return value

    def _expand(self, parser, option, section, text, raw, names, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        out = []
        while True:
            before, percent, rest = text.partition("%")
            out.append(before)
            if not percent:
                return "".join(out)
            if rest[:1] == "%":
                out.append("%")
                text = rest[1:]
                continue
            m = re.match(r"\(([^)]+)\)s", rest)
            if rest[:1] != "(":
                raise InterpolationSyntaxError(option, section, "'%%' must be followed by '%%' or '(', found: %r" % ("%" + rest))
            if m is None:
                raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % ("%" + rest))
            name = parser.optionxform(m[1])
            try:
                value = names[name]
            except KeyError:
                raise InterpolationMissingOptionError(option, section, raw, name) from None
            out.append(self._expand(parser, option, section, value, raw, names, depth + 1) if "%" in value else value)
            text = rest[m.end():]


class ExtendedInterpolation(Interpolation):
    """${name} and ${section:name}."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, option, section, value, value, defaults, 1)

    def _expand(self, parser, option, section, text, raw, names, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)

        def one(m):
            if m[0] == "$$":
                return "$"
            if m[1] is None:
                raise InterpolationSyntaxError(option, section, "'$' must be followed by '$' or '{', found: %r" % text[m.start():])
            path = m[1].split(":")
            try:
                if len(path) == 1:
                    where, value = section, names[parser.optionxform(path[0])]
                elif len(path) == 2:
                    where, value = path[0], parser.get(path[0], parser.optionxform(path[1]), raw=True)
                else:
                    raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % (text,))
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
            if "$" not in value:
                return value
            return self._expand(parser, option, where, value, raw, dict(parser.items(where, raw=True)), depth + 1)
        return re.sub(r"\$\$|\$(?:\{([^}]+)\})?", one, text)


class RawConfigParser(MutableMapping):
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET):
        self._dict = dict_type
        self._sections, self._defaults = dict_type(), dict_type()
        self.default_section = default_section
        self._delimiters, self._comments = tuple(delimiters), tuple(comment_prefixes or ())
        self._inline = tuple(inline_comment_prefixes or ())
        self._strict, self._no_value, self._empty_lines = strict, allow_no_value, empty_lines_in_values
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation or Interpolation()
        self.converters = {"int": int, "float": float, "boolean": self._convert_to_boolean}
        if converters is not _UNSET:
            for name, fn in converters.items():
                self.converters[name] = fn
                setattr(self, "get" + name, lambda section, option, *, fn=fn, **kw: self._get_conv(section, option, fn, **kw))
        self._proxies = {default_section: SectionProxy(self, default_section)}
        if defaults:
            self.read_dict({default_section: defaults}, "<defaults>")

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section in self._sections:
            raise DuplicateSectionError(section)
        if section == self.default_section:
            raise ValueError("Invalid section name: %r" % section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list(self._dict(self._defaults) | self._sections[section]) if False else \
            list(dict.fromkeys([*self._sections[section], *self._defaults]))

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__"):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as f:
                    self._read(f, name)
            except OSError:
                continue
            done.append(name.__fspath__() if hasattr(name, "__fspath__") else name)
        return done

    def read_file(self, f, source=None):
        self._read(f, source if source is not None else getattr(f, "name", "<???>"))

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source="<dict>"):
        added = set()
        for section, options in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in added:
                    raise
            added.add(section)
            for key, value in options.items():
                key = self.optionxform(str(key))
                if value is not None:
                    value = str(value)
                if self._strict and (section, key) in added:
                    raise DuplicateOptionError(section, key, source)
                added.add((section, key))
                self.set(section, key, value)

    def _read(self, lines, source):
        seen, current, section, option, indent, error = set(), None, None, None, 0, None
        for lineno, line in enumerate(lines, 1):
            text = line
            for prefix in self._inline:
                for m in re.finditer(re.escape(prefix), text):
                    if m.start() == 0 or text[m.start() - 1].isspace():
                        text = text[:m.start()]
                        break
            if text.strip().startswith(self._comments) and self._comments:
                text = ""
                comment = True
            else:
                comment = text != line
            value = text.strip()
            if not value:
                if self._empty_lines and not comment and current is not None and option and current[option] is not None:
                    current[option].append("")
                elif not self._empty_lines:
                    indent = 1 << 30
                continue
            at = len(line) - len(line.lstrip())
            if current is not None and option and at > indent and current[option] is not None:
                current[option].append(value)
                continue
            indent = at
            m = re.match(r"\[(.+)\]", value)
            if m:
                section = m[1]
                if section in self._sections:
                    if self._strict and section in seen:
                        raise DuplicateSectionError(section, source, lineno)
                    current = self._sections[section]
                elif section == self.default_section:
                    current = self._defaults
                else:
                    current = self._sections[section] = self._dict()
                    self._proxies[section] = SectionProxy(self, section)
                seen.add(section)
                option = None
                continue
            if current is None:
                raise MissingSectionHeaderError(source, lineno, line)
            ends = [(value.find(d), d) for d in self._delimiters if d in value]
            if not ends and not self._no_value:
                error = error or ParsingError(source)
                error.append(lineno, repr(line))
                continue
            i, d = min(ends) if ends else (len(value), "")
            option = self.optionxform(value[:i].rstrip())
            if not option:
                error = error or ParsingError(source)
                error.append(lineno, repr(line))
            if self._strict and (section, option) in seen:
                raise DuplicateOptionError(section, option, source, lineno)
            seen.add((section, option))
            current[option] = [value[i + len(d):].strip()] if ends else None
        for options in [self._defaults, *self._sections.values()]:
            for name, value in options.items():
                if isinstance(value, list):
                    options[name] = "\n".join(value).rstrip()
        if error:
            raise error

    def _names(self, section, vars):
        if section in self._sections:
            own = self._sections[section]
        elif section == self.default_section:
            own = {}
        else:
            raise NoSectionError(section)
        given = {self.optionxform(k): v if v is None else str(v) for k, v in (vars or {}).items()}
        return {**self._defaults, **own, **given}

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            names = self._names(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in names:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = names[option]
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, names)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET):
        try:
            value = self.get(section, option, raw=raw, vars=vars)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return conv(value)

    def getint(self, section, option, **kw):
        return self._get_conv(section, option, int, **kw)

    def getfloat(self, section, option, **kw):
        return self._get_conv(section, option, float, **kw)

    def getboolean(self, section, option, **kw):
        return self._get_conv(section, option, self._convert_to_boolean, **kw)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError("Not a boolean: %s" % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        names = self._names(section, vars)
        order = [k for k in dict.fromkeys([*self._defaults, *self._sections.get(section, {}), *names])]
        if raw:
            return [(k, names[k]) for k in order]
        return [(k, self._interpolation.before_get(self, section, k, names[k], names) if names[k] is not None else None)
                for k in order]

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if not section or section == self.default_section:
            options = self._defaults
        elif section in self._sections:
            options = self._sections[section]
        else:
            raise NoSectionError(section)
        options[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        d = " {} ".format(self._delimiters[0]) if space_around_delimiters else self._delimiters[0]
        for name, options in [(self.default_section, self._defaults)] * bool(self._defaults) + list(self._sections.items()):
            fp.write("[{}]\n".format(name))
            for key, value in options.items():
                if value is not None or not self._no_value:
                    value = d + str(value).replace("\n", "\n\t")
                else:
                    value = ""
                fp.write("{}{}\n".format(key, value))
            fp.write("\n")

    def remove_option(self, section, option):
        options = self._defaults if not section or section == self.default_section else self._sections.get(section)
        if options is None:
            raise NoSectionError(section)
        option = self.optionxform(option)
        existed = option in options
        options.pop(option, None)
        return existed

    def remove_section(self, section):
        existed = section in self._sections
        if existed:
            del self._sections[section], self._proxies[section]
        return existed

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if key not in self._sections:
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section, *self._sections])


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if not isinstance(value, str) and not (self._no_value and value is None):
            raise TypeError("option values must be strings")
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        super().add_section(section)


class SafeConfigParser(ConfigParser):
    pass


class SectionProxy(MutableMapping):
    """One section, as a mapping."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name

    def __repr__(self):
        return "<Section: {}>".format(self._name)

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if not isinstance(value, str) and not (self._parser._no_value and value is None):
            raise TypeError("option values must be strings")
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, **kw):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def __getattr__(self, name):
        if name.startswith("get"):
            method = getattr(self._parser, name)
            return lambda option, fallback=None, **kw: method(self._name, option, fallback=fallback, **kw)
        raise AttributeError(name)
