"""Configuration of logging from dictionaries."""
from sys import _UnsupportedError as UnsupportedError
import logging
import logging.handlers

DEFAULT_LOGGING_CONFIG_PORT = 9030


def _resolve(name):
    """The object of a dotted name."""
    parts = name.split(".")
    used = parts.pop(0)
    try:
        found = __import__(used)
        for part in parts:
            used += "." + part
            try:
                found = getattr(found, part)
            except AttributeError:
                __import__(used)
                found = getattr(found, part)
    except ImportError as e:
        raise ValueError("Cannot resolve %r: %s" % (name, e)) from e
    return found


class BaseConfigurator:
    def __init__(self, config):
        self.config = config

    def convert(self, value):
        """ext://a.b is an object of a module, cfg://a.b something else of the configuration."""
        if isinstance(value, str):
            if value.startswith("ext://"):
                return _resolve(value[6:])
            if value.startswith("cfg://"):
                found = self.config
                for part in value[6:].replace("[", ".").replace("]", "").split("."):
                    found = found[int(part) if isinstance(found, (list, tuple)) else part]
                return self.convert(found)
            return value
        if isinstance(value, dict):
            return {k: self.convert(v) for k, v in value.items()}
        if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
            return type(value)(self.convert(v) for v in value)
        return value

    def configure_custom(self, config):
        c = config.pop("()")
        if not callable(c):
            c = _resolve(c)
        props = config.pop(".", None)
        result = c(**{k: self.convert(v) for k, v in config.items() if k.isidentifier()})
        for name, value in (props or {}).items():
            setattr(result, name, value)
        return result


class DictConfigurator(BaseConfigurator):
    """Configure logging using a dictionary-like object to describe the configuration."""

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        if config.get("incremental", False):
            for name, spec in config.get("handlers", {}).items():
                if name not in logging._handlers:
                    raise ValueError("No handler found with name %r" % name)
                if spec.get("level"):
                    logging._handlers[name].setLevel(logging._checkLevel(spec["level"]))
            for name, spec in config.get("loggers", {}).items():
                self.configure_logger(name, spec, True)
            if config.get("root"):
                self._common(logging.root, config["root"], True)
            return
        disable = config.pop("disable_existing_loggers", True)
        formatters, filters, handlers = (dict(config.get(k, {})) for k in ("formatters", "filters", "handlers"))
        self._formatters = self._all("formatter", formatters, self.configure_formatter)
        self._filters = self._all("filter", filters, self.configure_filter)
        self._made = {}
        waiting = sorted(handlers)
        for last in (False, True):  # a handler may name another one as its target
            rest = []
            for name in waiting:
                try:
                    handler = self.configure_handler(dict(handlers[name]))
                    handler.name = name
                    self._made[name] = handler
                except Exception as e:
                    if not last and "target not configured yet" in str(e.__cause__):
                        rest.append(name)
                    else:
                        raise ValueError("Unable to configure handler %r" % name) from e
            waiting = rest
        root = logging.root
        existing = sorted(root.manager.loggerDict.keys())
        children = []
        for name, spec in config.get("loggers", {}).items():
            if name in existing:
                children += [n for n in existing if n.startswith(name + ".")]
                existing.remove(name)
            try:
                self.configure_logger(name, spec)
            except Exception as e:
                raise ValueError("Unable to configure logger %r" % name) from e
        for name in existing:
            logger = root.manager.loggerDict[name]
            if not isinstance(logger, logging.Logger):
                continue
            if name in children:
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
            else:
                logger.disabled = disable
        if config.get("root"):
            try:
                self._common(root, config["root"])
            except Exception as e:
                raise ValueError("Unable to configure root logger") from e

    def _all(self, what, specs, make):
        out = {}
        for name, spec in specs.items():
            try:
                out[name] = make(dict(spec))
            except Exception as e:
                raise ValueError("Unable to configure %s %r" % (what, name)) from e
        return out

    def configure_formatter(self, config):
        if "()" in config:
            return self.configure_custom(config)
        cls = config.get("class")
        cls = _resolve(cls) if cls else logging.Formatter
        kwargs = {"validate": config["validate"]} if "validate" in config else {}
        return cls(self.convert(config.get("format")), config.get("datefmt"), config.get("style", "%"), **kwargs)

    def configure_filter(self, config):
        return self.configure_custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        for f in filters:
            try:
                filterer.addFilter(f if callable(f) or callable(getattr(f, "filter", None)) else self._filters[f])
            except Exception as e:
                raise ValueError("Unable to add filter %r" % f) from e

    def configure_handler(self, config):
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self._formatters[formatter]
            except Exception as e:
                raise ValueError("Unable to set formatter %r" % formatter) from e
        level, filters = config.pop("level", None), config.pop("filters", None)
        props = config.pop(".", None)
        if "()" in config:
            factory = config.pop("()")
            factory = factory if callable(factory) else _resolve(factory)
        else:
            factory = _resolve(config.pop("class"))
            if isinstance(factory, type) and issubclass(factory, logging.handlers.MemoryHandler) and "target" in config:
                try:
                    config["target"] = self._made[config["target"]]
                except KeyError as e:
                    raise ValueError("Unable to set target handler %r" % config["target"]) from TypeError(
                        "target not configured yet")
        result = factory(**{k: self.convert(v) for k, v in config.items() if k.isidentifier()})
        if formatter:
            result.setFormatter(formatter)
        if level is not None:
            result.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(result, filters)
        for name, value in (props or {}).items():
            setattr(result, name, value)
        return result

    def _common(self, logger, config, incremental=False):
        if config.get("level") is not None:
            logger.setLevel(logging._checkLevel(config["level"]))
        if incremental:
            return
        for h in logger.handlers[:]:
            logger.removeHandler(h)
        for h in config.get("handlers") or ():
            try:
                logger.addHandler(self._made[h])
            except Exception as e:
                raise ValueError("Unable to add handler %r" % h) from e
        if config.get("filters"):
            self.add_filters(logger, config["filters"])

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self._common(logger, config, incremental)
        logger.disabled = False
        if config.get("propagate") is not None:
            logger.propagate = config["propagate"]


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Configure logging using a dictionary."""
    dictConfigClass(config if isinstance(config, dict) else dict(config)).configure()


def fileConfig(*args, **kwargs):
    raise UnsupportedError("logging.config.fileConfig() is not supported: use logging.config.dictConfig()")


def listen(*args, **kwargs):
    raise UnsupportedError("logging.config.listen() is not supported: use logging.config.dictConfig()")
