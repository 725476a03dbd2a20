"""How processes are started, one class for each start method, and how they are waited for."""

import os

import _processes
from _os_process import _fork_and_call
from multiprocessing import util

WNOHANG = 1


class ForkPopen:
    method = "fork"

    def __init__(self, process_obj):
        util._flush_std_streams()
        self.returncode = None
        self._launch(process_obj)

    def _launch(self, process_obj):
        parent = os.getpid()

        def child():
            code = 1
            try:
                code = process_obj._bootstrap(parent_sentinel=parent)
            finally:
                os._exit(code)

        self.pid = self.sentinel = _fork_and_call(process_obj.name, child)

    def duplicate_for_child(self, handle):
        return handle

    def poll(self, flag=WNOHANG):
        if self.returncode is None:
            try:
                pid, status = _processes.waitpid(self.pid, flag)
            except OSError:
                return None
            if pid == self.pid:
                self.returncode = -(status & 127) if status & 127 else status >> 8
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None:
            if timeout is not None and not _processes.wait([self.sentinel], timeout):
                return None
            return self.poll(WNOHANG if timeout == 0.0 else 0)
        return self.returncode

    def _send_signal(self, sig):
        if self.returncode is None:
            try:
                _processes.kill(self.pid, sig)
            except ProcessLookupError:
                pass
            except OSError:
                if self.wait(timeout=0.1) is None:
                    raise

    def terminate(self):
        self._send_signal(15)

    def kill(self):
        self._send_signal(9)

    def close(self):
        pass


class SpawnPopen(ForkPopen):
    method = "spawn"

    def __init__(self, process_obj):
        self._handles = []
        super().__init__(process_obj)

    def duplicate_for_child(self, handle):
        self._handles.append(handle)
        return handle

    def _launch(self, process_obj):
        from multiprocessing import context, reduction, spawn
        prepared = spawn.get_preparation_data(process_obj._name)
        context.set_spawning_popen(self)
        try:
            rest = bytes(reduction.ForkingPickler.dumps(process_obj))
            payload = reduction.ForkingPickler.dumps((prepared, rest))
        finally:
            context.set_spawning_popen(None)
        self.pid = self.sentinel = self._start(process_obj.name, bytes(payload))

    def _start(self, name, payload):
        return _processes.spawn(name, payload, self._handles)


class ForkServerPopen(SpawnPopen):
    method = "forkserver"

    def _start(self, name, payload):
        return _processes.spawn(name, payload, self._handles, True)
