"""What a process begins with that starts with a fresh interpreter."""

import os
import sys

import _processes
from multiprocessing import process
from multiprocessing.context import get_spawning_popen, set_spawning_popen


def is_forking(argv):
    return False


def freeze_support():
    pass


def _check_not_importing_main():
    if getattr(process.current_process(), "_inheriting", False):
        raise RuntimeError('''
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.''')


def get_preparation_data(name):
    """What the new process must know before it can unpickle anything."""
    from multiprocessing import context, util
    _check_not_importing_main()
    return dict(
        name=name,
        log_to_stderr=util._log_to_stderr,
        log_level=util._logger.getEffectiveLevel() if util._logger is not None else None,
        authkey=process.current_process().authkey,
        sys_argv=sys.argv,
        start_method=context._default_context.get_start_method(allow_none=True),
        parent=os.getpid(),
    )


def prepare(data):
    from multiprocessing import context, util
    process.current_process()._name = data["name"]
    process.current_process().authkey = data["authkey"]
    if data["log_to_stderr"]:
        util.log_to_stderr()
    if data["log_level"] is not None:
        util.get_logger().setLevel(data["log_level"])
    sys.argv = data["sys_argv"]
    if data["start_method"] is not None:
        context._default_context.set_start_method(data["start_method"], force=True)
    _processes.import_main("__mp_main__")


def _child(payload):
    """Run the process that the payload describes, and end with its exit status."""
    from multiprocessing import reduction
    current = process.current_process()
    current._inheriting = True
    try:
        prepared, obj = reduction.loads_prepared(payload, prepare)
    finally:
        del current._inheriting
    sys.exit(obj._bootstrap(prepared["parent"]))
