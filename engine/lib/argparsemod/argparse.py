"""Command-line parsing."""
import os as _os
import sys as _sys

from _argparse_help import (SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER, HelpFormatter,
                            RawDescriptionHelpFormatter, RawTextHelpFormatter, ArgumentDefaultsHelpFormatter,
                            MetavarTypeHelpFormatter, _UNRECOGNIZED_ARGS_ATTR)
from _argparse_actions import (Action, ArgumentError, ArgumentTypeError, BooleanOptionalAction, FileType, Namespace,
                               _AttributeHolder, _get_action_name, _StoreAction, _StoreConstAction, _StoreTrueAction,
                               _StoreFalseAction, _AppendAction, _AppendConstAction, _CountAction, _HelpAction,
                               _VersionAction, _SubParsersAction, _ExtendAction)

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
           "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter",
           "MetavarTypeHelpFormatter", "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER",
           "SUPPRESS", "ZERO_OR_MORE"]


class _ActionsContainer(object):
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._registries = {"type": {None: lambda string: string}, "action": {
            None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction,
            "store_true": _StoreTrueAction, "store_false": _StoreFalseAction, "append": _AppendAction,
            "append_const": _AppendConstAction, "count": _CountAction, "help": _HelpAction,
            "version": _VersionAction, "parsers": _SubParsersAction, "extend": _ExtendAction}}
        self._get_handler()
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        try:
            return self._registries[registry_name].get(value, default)
        except TypeError:
            return default

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest, None)

    def add_argument(self, *args, **kwargs):
        """add_argument(dest, ..., name=value, ...) or add_argument(option_string, option_string, ..., name=value, ...)"""
        chars = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in chars:
            if args and "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            kwargs = self._get_positional_kwargs(*args, **kwargs)
        else:
            kwargs = self._get_optional_kwargs(*args, **kwargs)
        if "default" not in kwargs:
            dest = kwargs["dest"]
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        cls = self._pop_action_class(kwargs)
        if not callable(cls):
            raise ValueError('unknown action "%s"' % (cls,))
        action = cls(**kwargs)
        kind = self._registry_get("type", action.type, action.type)
        if not callable(kind):
            raise ValueError("%r is not callable" % (kind,))
        if kind is FileType:
            raise ValueError("%r is a FileType class object, instance of it must be passed" % (kind,))
        if hasattr(self, "_get_formatter"):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs")
        return self._add_action(action)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        self._check_conflict(action)
        self._actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._option_string_actions[option] = action
            if _negative_number(option) and not self._has_negative_number_optionals:
                self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        """The actions of another parser (parents=…), in groups of the same titles."""
        groups = {}
        for group in self._action_groups:
            if group.title in groups:
                raise ValueError("cannot merge actions - two groups are named %r" % (group.title,))
            groups[group.title] = group
        to = {}
        for group in container._action_groups:
            if group.title not in groups:
                groups[group.title] = self.add_argument_group(title=group.title, description=group.description,
                                                              conflict_handler=group.conflict_handler)
            for action in group._group_actions:
                to[action] = groups[group.title]
        for group in container._mutually_exclusive_groups:
            mine = self.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                to[action] = mine
        for action in container._actions:
            to.get(action, self)._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        if kwargs.get("nargs") not in (OPTIONAL, ZERO_OR_MORE) or \
                kwargs.get("nargs") == ZERO_OR_MORE and "default" not in kwargs:
            kwargs["required"] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _get_optional_kwargs(self, *args, **kwargs):
        longs = []
        for option in args:
            if option[0] not in self.prefix_chars:
                raise ValueError("invalid option string %(option)r: must start with a character %(prefix_chars)r" % {
                    "option": option, "prefix_chars": self.prefix_chars})
            if len(option) > 1 and option[1] in self.prefix_chars:
                longs.append(option)
        dest = kwargs.pop("dest", None)
        if dest is None:
            dest = (longs[0] if longs else args[0]).lstrip(self.prefix_chars)
            if not dest:
                raise ValueError("dest= is required for options like %r" % args[0])
            dest = dest.replace("-", "_")
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _pop_action_class(self, kwargs, default=None):
        action = kwargs.pop("action", default)
        return self._registry_get("action", action, action)

    def _get_handler(self):
        if self.conflict_handler not in ("error", "resolve"):
            raise ValueError("invalid conflict_resolution value: %r" % self.conflict_handler)
        return self.conflict_handler

    def _check_conflict(self, action):
        conflicts = [(o, self._option_string_actions[o]) for o in action.option_strings
                     if o in self._option_string_actions]
        if not conflicts:
            return
        if self._get_handler() == "error":
            names = ", ".join(o for o, _ in conflicts)
            raise ArgumentError(action, "conflicting option string%s: %s" % ("s" if len(conflicts) > 1 else "", names))
        for option, other in conflicts:
            other.option_strings.remove(option)
            self._option_string_actions.pop(option, None)
            if not other.option_strings:
                other.container._remove_action(other)


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        kwargs.setdefault("conflict_handler", container.conflict_handler)
        kwargs.setdefault("prefix_chars", container.prefix_chars)
        kwargs.setdefault("argument_default", container.argument_default)
        super().__init__(description=description, **kwargs)
        self.title = title
        self._group_actions = []
        for name in ("_registries", "_actions", "_option_string_actions", "_defaults",
                     "_has_negative_number_optionals", "_mutually_exclusive_groups"):
            setattr(self, name, getattr(container, name))

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required
        self._container = container

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)


def _negative_number(text):
    """-1, -1.5, -.5"""
    if text[:1] != "-":
        return False
    whole, dot, part = text[1:].partition(".")
    return (part if dot else whole).isdigit() and (not whole or whole.isdigit())


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Object for parsing command line strings into Python objects."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        _ActionsContainer.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            c = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(c + "h", c * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        return [(n, getattr(self, n)) for n in ("prog", "usage", "description", "formatter_class", "conflict_handler",
                                                "add_help")]

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop("title", "subcommands"),
                                                       kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        action = self._pop_action_class(kwargs, "parsers")(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_optional_actions(self):
        return [a for a in self._actions if a.option_strings]

    def _get_positional_actions(self):
        return [a for a in self._actions if not a.option_strings]

    # --- parsing

    def parse_args(self, args=None, namespace=None):
        args, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: %s" % " ".join(rest))
        return args

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if self.exit_on_error:
            try:
                namespace, args = self._parse_known_args(args, namespace)
            except ArgumentError as err:
                self.error(str(err))
        else:
            namespace, args = self._parse_known_args(args, namespace)
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            args.extend(getattr(namespace, _UNRECOGNIZED_ARGS_ATTR))
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, args

    def _parse_known_args(self, strings, namespace):
        if self.fromfile_prefix_chars is not None:
            strings = self._read_args_from_files(strings)
        # What each string is: an option (with what is known of it), an argument, or what follows "--".
        options, pattern, after = {}, "", False
        for i, s in enumerate(strings):
            if after:
                pattern += "A"
            elif s == "--":
                pattern += "-"
                after = True
            else:
                found = self._parse_optional(s)
                if found is not None:
                    options[i] = found
                pattern += "A" if found is None else "O"
        seen, seen_non_default, extras = set(), set(), []
        conflicts = {}
        for group in self._mutually_exclusive_groups:
            for i, action in enumerate(group._group_actions):
                conflicts.setdefault(action, []).extend(a for a in group._group_actions if a is not action)

        def take(action, values, option=None):
            seen.add(action)
            made = self._get_values(action, values)
            if made is not action.default:
                seen_non_default.add(action)
                for other in conflicts.get(action, []):
                    if other in seen_non_default:
                        raise ArgumentError(action, "not allowed with argument %s" % _get_action_name(other))
            if made is not SUPPRESS:
                action(self, namespace, made, option)

        def consume_optional(start):
            action, option, explicit = options[start]
            while True:
                if action is None:
                    extras.append(strings[start])
                    return start + 1
                if explicit is None:
                    begin = start + 1
                    n = self._match_argument(action, pattern[begin:])
                    take(action, strings[begin:begin + n], option)
                    return begin + n
                n = self._match_argument(action, "A")
                if n == 0 and option[1] not in self.prefix_chars and explicit != "":
                    # Several short options in one string.
                    take(action, [], option)
                    c = option[0]
                    option = c + explicit[0]
                    explicit = explicit[1:] or None
                    if option not in self._option_string_actions:
                        raise ArgumentError(action, "ignored explicit argument %r" % (
                            option[1:] + (explicit or "")))
                    action = self._option_string_actions[option]
                elif n == 1:
                    take(action, [explicit], option)
                    return start + 1
                else:
                    raise ArgumentError(action, "ignored explicit argument %r" % explicit)

        positionals = self._get_positional_actions()

        def consume_positionals(start):
            counts = self._match_partial(positionals, pattern[start:])
            for action, n in zip(positionals, counts):
                take(action, strings[start:start + n])
                start += n
            positionals[:] = positionals[len(counts):]
            return start

        start, last = 0, max(options, default=-1)
        while start <= last:
            following = min(i for i in options if i >= start)
            if start != following:
                end = consume_positionals(start)
                if end > start:
                    start = end
                    continue
            if start not in options:
                extras.extend(strings[start:following])
                start = following
            start = consume_optional(start)
        stop = consume_positionals(start)
        extras.extend(strings[stop:])
        missing = []
        for action in self._actions:
            if action in seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif (action.default is not None and isinstance(action.default, str) and hasattr(namespace, action.dest)
                  and action.default is getattr(namespace, action.dest)):
                setattr(namespace, action.dest, self._get_value(action, action.default))
        if missing:
            self.error("the following arguments are required: %s" % ", ".join(missing))
        for group in self._mutually_exclusive_groups:
            if group.required and not any(a in seen_non_default for a in group._group_actions):
                names = [_get_action_name(a) for a in group._group_actions if a.help is not SUPPRESS]
                self.error("one of the arguments %s is required" % " ".join(names))
        return namespace, extras

    def _read_args_from_files(self, strings):
        out = []
        for s in strings:
            if not s or s[0] not in self.fromfile_prefix_chars:
                out.append(s)
                continue
            try:
                with open(s[1:]) as f:
                    args = [a for line in f.read().splitlines() for a in self.convert_arg_line_to_args(line)]
            except OSError as err:
                self.error(str(err))
            out.extend(self._read_args_from_files(args))
        return out

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    @staticmethod
    def _bounds(action):
        """How many arguments an action takes: least, most (None for any number), and whether options are among them."""
        nargs = action.nargs
        if nargs is None:
            return 1, 1, False
        if nargs == OPTIONAL:
            return 0, 1, False
        if nargs == ZERO_OR_MORE:
            return 0, None, False
        if nargs == ONE_OR_MORE:
            return 1, None, False
        if nargs == REMAINDER:
            return 0, None, True
        if nargs == PARSER:
            return 1, None, True
        if nargs == SUPPRESS:
            return 0, 0, False
        return nargs, nargs, False

    def _run(self, action, pattern, most_left=None):
        """How much of the pattern the action can take: (number of strings, number of arguments among them)."""
        least, most, anything = self._bounds(action)
        used = args = 0
        for c in pattern:
            if c == "-":
                if action.option_strings and action.nargs not in (PARSER, REMAINDER):
                    break
                used += 1
                continue
            if most is not None and args >= most:
                break
            if c == "O" and not (anything and (args or action.nargs == REMAINDER)):
                break
            used += 1
            args += 1
        return used, args

    def _match_argument(self, action, pattern):
        least, most, _ = self._bounds(action)
        used, args = self._run(action, pattern)
        if args < least:
            messages = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                        ONE_OR_MORE: "expected at least one argument"}
            text = messages.get(action.nargs)
            if text is None:
                text = "expected %s argument%s" % (action.nargs, "" if action.nargs == 1 else "s")
            raise ArgumentError(action, text)
        return used

    def _match_partial(self, actions, pattern):
        """How many strings each of the first actions takes: as many actions as can be served, the earlier ones
        greedily, but leaving the later ones what they need."""
        for n in range(len(actions), 0, -1):
            counts, at = [], 0
            needs = [self._bounds(a)[0] for a in actions[:n]]
            for i, action in enumerate(actions[:n]):
                used, args = self._run(action, pattern[at:])
                spare = self._available(actions[i + 1:n], pattern, at, used)
                least = needs[i]
                while args > least and spare < sum(needs[i + 1:]):
                    used -= 1
                    while used and pattern[at + used] == "-":
                        used -= 1
                    args = sum(c != "-" for c in pattern[at:at + used])
                    spare = self._available(actions[i + 1:n], pattern, at, used)
                if args < least or spare < sum(needs[i + 1:]):
                    break
                counts.append(used)
                at += used
            else:
                return counts
        return []

    @staticmethod
    def _available(later, pattern, at, used):
        rest = pattern[at + used:]
        stop = rest.find("O")
        if stop >= 0 and not any(a.nargs in (PARSER, REMAINDER) for a in later):
            rest = rest[:stop]
        return sum(c != "-" for c in rest)

    def _parse_optional(self, s):
        """(action, option string, explicit argument) when s is an option, otherwise None."""
        if not s or s[0] not in self.prefix_chars:
            return None
        if s in self._option_string_actions:
            return self._option_string_actions[s], s, None
        if len(s) == 1:
            return None
        if "=" in s:
            option, explicit = s.split("=", 1)
            if option in self._option_string_actions:
                return self._option_string_actions[option], option, explicit
        found = self._get_option_tuples(s)
        if len(found) > 1:
            names = ", ".join(option for _, option, _ in found)
            self.error("ambiguous option: %(option)s could match %(matches)s" % {"option": s, "matches": names})
        if len(found) == 1:
            return found[0]
        if _negative_number(s) and not self._has_negative_number_optionals:
            return None
        if " " in s:
            return None
        return None, s, None

    def _get_option_tuples(self, s):
        """The options that s may be an abbreviation of, or be joined with an argument to."""
        chars, out = self.prefix_chars, []
        if s[1] in chars:
            if self.allow_abbrev:
                prefix, _, explicit = s.partition("=")
                explicit = explicit if "=" in s else None
                out = [(self._option_string_actions[o], o, explicit) for o in self._option_string_actions
                       if o.startswith(prefix)]
        else:
            short = s[:2]
            for o in self._option_string_actions:
                if o == short:
                    out.append((self._option_string_actions[o], o, s[2:]))
                elif o.startswith(s):
                    out.append((self._option_string_actions[o], o, None))
        return out

    # --- values

    def _get_values(self, action, strings):
        if action.nargs not in (PARSER, REMAINDER):
            try:
                strings = list(strings)
                strings.remove("--")
            except ValueError:
                pass
        if not strings and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
            return value
        if not strings and action.nargs == ZERO_OR_MORE and not action.option_strings:
            if action.default is not None:
                self._check_value(action, action.default)
                return action.default
            return strings
        if len(strings) == 1 and action.nargs in (None, OPTIONAL):
            value = self._get_value(action, strings[0])
            self._check_value(action, value)
            return value
        if action.nargs == REMAINDER:
            return [self._get_value(action, v) for v in strings]
        if action.nargs == PARSER:
            values = [self._get_value(action, v) for v in strings]
            self._check_value(action, values[0])
            return values
        if action.nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, v) for v in strings]
        for v in values:
            self._check_value(action, v)
        return values

    def _get_value(self, action, string):
        convert = self._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise ArgumentError(action, "%r is not callable" % convert)
        try:
            return convert(string)
        except ArgumentTypeError as err:
            raise ArgumentError(action, str(err))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, "invalid %s value: %r" % (name, string))

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, "invalid choice: %r (choose from %s)" % (
                value, ", ".join(map(repr, action.choices))))

    # --- texts

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        """Prints a usage message incorporating the message to stderr and exits."""
        self.print_usage(_sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.prog, message))

    def parse_intermixed_args(self, args=None, namespace=None):
        args, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: %s" % " ".join(rest))
        return args

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """Options first, then the positional arguments that are left, wherever they stood."""
        positionals = self._get_positional_actions()
        bad = [a for a in positionals if a.nargs in (PARSER, REMAINDER)]
        if bad:
            raise TypeError("parse_intermixed_args: positional arg with nargs=%s" % bad[0].nargs)
        saved = [(a, a.nargs, a.default, a.required) for a in positionals]
        try:
            for a in positionals:
                a.nargs, a.default, a.required = SUPPRESS, SUPPRESS, False
            namespace, rest = self.parse_known_args(args, namespace)
        finally:
            for a, a.nargs, a.default, a.required in saved:
                pass
        optionals = [(a, a.required) for a in self._get_optional_actions()]
        groups = [(g, g.required) for g in self._mutually_exclusive_groups]
        try:
            for a, _ in optionals:
                a.required = False
            for g, _ in groups:
                g.required = False
            return self.parse_known_args(rest, namespace)
        finally:
            for a, a.required in optionals:
                pass
            for g, g.required in groups:
                pass
