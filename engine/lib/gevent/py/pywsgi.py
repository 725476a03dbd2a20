"""A WSGI server of greenlets: HTTP/1.1 with connections that are kept alive."""

import sys
import time
from gevent.server import StreamServer
from gevent.hub import GreenletExit

__all__ = ['WSGIServer', 'WSGIHandler', 'LoggingLogAdapter', 'Environ', 'SecureEnviron', 'WSGISecureEnviron']

_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHS = ('', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
MAX_REQUEST_LINE = 8192
_INTERNAL_ERROR = b'Internal Server Error'


def format_date_time(timestamp):
    year, month, day, hour, minute, second, weekday, _, _ = time.gmtime(timestamp)
    return '%s, %02d %3s %4d %02d:%02d:%02d GMT' % (_DAYS[weekday], day, _MONTHS[month], year, hour, minute, second)


class Environ(dict):
    """The environment of a request."""


class SecureEnviron(Environ):
    pass


class WSGISecureEnviron(SecureEnviron):
    pass


class LoggingLogAdapter:
    """A logger as a file."""

    def __init__(self, logger, level=20):
        self._logger = logger
        self._level = level

    def write(self, msg):
        if msg and msg.endswith('\n'):
            msg = msg[:-1]
        self._logger.log(self._level, msg)

    def flush(self):
        pass

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class _Input:
    """The body of a request: so many bytes, or chunks."""

    def __init__(self, rfile, length, chunked, send_continue):
        self._rfile = rfile
        self._left = length or 0
        self._chunked = chunked
        self._continue = send_continue

    def _begin(self):
        if self._continue is not None:
            send, self._continue = self._continue, None
            send(b'HTTP/1.1 100 Continue\r\n\r\n')

    def _next_chunk(self):
        line = self._rfile.readline()
        size = int(line.split(b';', 1)[0].strip() or b'0', 16)
        if size == 0:
            while self._rfile.readline() not in (b'\r\n', b'\n', b''):
                pass
            self._chunked = False
        self._left = size

    def _some(self, limit, line=False):
        self._begin()
        if self._chunked and not self._left:
            self._next_chunk()
        n = self._left if limit is None else min(limit, self._left)
        if n <= 0:
            return b''
        data = self._rfile.readline(n) if line else self._rfile.read(n)
        self._left -= len(data)
        if not data:
            self._left = 0
        if self._chunked and not self._left:
            self._rfile.readline()
        return data

    def read(self, length=None):
        if length is not None and length < 0:
            length = None
        parts, got = [], 0
        while length is None or got < length:
            data = self._some(None if length is None else length - got)
            if not data:
                break
            parts.append(data)
            got += len(data)
        return b''.join(parts)

    def readline(self, size=None):
        line = b''
        while not line.endswith(b'\n') and (size is None or len(line) < size):
            data = self._some(None if size is None else size - len(line), line=True)
            if not data:
                break
            line += data
        return line

    def readlines(self, hint=None):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _discard(self):
        self._continue = None
        while self._some(65536):
            pass


class WSGIHandler:
    """Handles the requests of one connection."""

    protocol_version = 'HTTP/1.1'

    def __init__(self, sock, address, server, rfile=None):
        self.socket = sock
        self.client_address = address
        self.server = server
        self.rfile = sock.makefile('rb', -1) if rfile is None else rfile

    def handle(self):
        try:
            while self.socket is not None:
                self.time_start = time.time()
                self.time_finish = 0
                if not self.handle_one_request():
                    break
        finally:
            self.rfile.close()
            self.socket = None
            self.server = None

    # Reading

    def handle_one_request(self):
        try:
            line = self.rfile.readline(MAX_REQUEST_LINE)
        except OSError:
            return False
        if not line:
            return False
        self.requestline = line.decode('latin-1').rstrip('\r\n')
        self.response_length = 0
        self.code = None
        self.headers_sent = False
        self.status = None
        self.response_headers = []
        self.close_connection = True
        try:
            if len(line) >= MAX_REQUEST_LINE:
                raise _Refused('414', 'URI Too Long')
            self.environ = self.get_environ(*self.read_request())
        except _Refused as e:
            self._write_error(e.status, e.body)
            return False
        try:
            self.run_application()
        except GreenletExit:
            raise
        if not self.close_connection:
            try:
                self.input._discard()
            except (OSError, ValueError):
                return False
        return not self.close_connection

    def read_request(self):
        words = self.requestline.split()
        if len(words) != 3 or not words[2].startswith('HTTP/'):
            raise _Refused('400', 'Bad Request')
        self.command, self.path, self.request_version = words
        headers = []
        while True:
            line = self.rfile.readline(MAX_REQUEST_LINE).decode('latin-1')
            if line in ('\r\n', '\n', ''):
                break
            if line[0] in ' \t' and headers:
                headers[-1] = (headers[-1][0], headers[-1][1] + ' ' + line.strip())
                continue
            name, colon, value = line.partition(':')
            if not colon:
                raise _Refused('400', 'Bad Request')
            headers.append((name.strip(), value.strip()))
        self.headers = headers
        found = {name.lower(): value for name, value in headers}
        wish = found.get('connection', '').lower()
        self.close_connection = wish == 'close' or self.request_version != 'HTTP/1.1' and wish != 'keep-alive'
        return headers, found

    def get_environ(self, headers, found):
        env = self.server.get_environ()
        env['REQUEST_METHOD'] = self.command
        env['SCRIPT_NAME'] = ''
        path, _, query = self.path.partition('?')
        if path.startswith('http://'):
            path = '/' + path[7:].partition('/')[2]
        env['PATH_INFO'] = _unquote(path)
        env['QUERY_STRING'] = query
        if 'content-type' in found:
            env['CONTENT_TYPE'] = found['content-type']
        length = found.get('content-length')
        if length is not None:
            if not length.isdigit():
                raise _Refused('400', 'Bad Request')
            env['CONTENT_LENGTH'] = length
        env['SERVER_PROTOCOL'] = self.request_version
        env['REMOTE_ADDR'] = self.client_address[0]
        env['REMOTE_PORT'] = str(self.client_address[1])
        env['GATEWAY_INTERFACE'] = 'CGI/1.1'
        for name, value in headers:
            key = name.upper().replace('-', '_')
            if key in ('CONTENT_TYPE', 'CONTENT_LENGTH') or '_' in name:
                continue
            key = 'HTTP_' + key
            env[key] = env[key] + (';' if key == 'HTTP_COOKIE' else ',') + value if key in env else value
        chunked = found.get('transfer-encoding', '').lower() == 'chunked'
        expects = self.socket.sendall if found.get('expect', '').lower() == '100-continue' else None
        self.input = _Input(self.rfile, int(length) if length else 0, chunked, expects)
        env['wsgi.input'] = self.input
        env['wsgi.input_terminated'] = chunked
        return env

    # Writing

    def start_response(self, status, headers, exc_info=None):
        if exc_info:
            try:
                if self.headers_sent:
                    raise exc_info[1].with_traceback(exc_info[2])
            finally:
                exc_info = None
        elif self.status is not None:
            raise AssertionError('The application called start_response twice')
        if not isinstance(status, str):
            raise TypeError('status must be a native string: %r' % (status,))
        self.status = status
        self.code = int(status.split(' ', 1)[0])
        self.response_headers = [(str(name), str(value)) for name, value in headers]
        return self.write

    def _headers(self, length=None):
        names = {name.lower() for name, _ in self.response_headers}
        out = list(self.response_headers)
        if 'date' not in names:
            out.append(('Date', format_date_time(time.time())))
        no_body = self.code in (204, 304) or 100 <= self.code < 200
        self.use_chunked = False
        if 'content-length' not in names and not no_body:
            if length is not None:
                out.append(('Content-Length', str(length)))
            elif self.request_version == 'HTTP/1.0':
                self.close_connection = True
                out.append(('Connection', 'close'))
            else:
                out.append(('Transfer-Encoding', 'chunked'))
                self.use_chunked = True
        if any(name.lower() == 'connection' and value.lower() == 'close' for name, value in out):
            self.close_connection = True
        elif self.request_version == 'HTTP/1.0' and not self.close_connection:
            out.append(('Connection', 'keep-alive'))
        lines = ['%s %s\r\n' % (self.protocol_version, self.status)]
        lines += ['%s: %s\r\n' % header for header in out]
        return (''.join(lines) + '\r\n').encode('latin-1')

    def write(self, data):
        if self.status is None:
            raise AssertionError('The application did not call start_response()')
        if not isinstance(data, bytes):
            raise TypeError('WSGI application must yield bytes, not %r' % (type(data),))
        self._write(data, None)

    def _write(self, data, length):
        out = b''
        if not self.headers_sent:
            out = self._headers(length)
            self.headers_sent = True
        if data:
            out += b'%x\r\n%s\r\n' % (len(data), data) if self.use_chunked else data
        if out:
            self.socket.sendall(out)
            self.response_length += len(out)

    def run_application(self):
        result = None
        try:
            try:
                result = self.server.application(self.environ, self.start_response)
                length = None
                if isinstance(result, (list, tuple)):
                    length = sum(map(len, result))
                for data in result:
                    if data:
                        if not self.headers_sent and self.status is not None and isinstance(data, bytes):
                            self._write(data, length)
                        else:
                            self.write(data)
                if not self.headers_sent:
                    if self.status is None:
                        raise AssertionError('The application did not call start_response()')
                    self._write(b'', 0)
                if self.use_chunked:
                    self.socket.sendall(b'0\r\n\r\n')
                    self.response_length += 5
            finally:
                close = getattr(result, 'close', None)
                if close is not None:
                    close()
            self.log_request()
        except GreenletExit:
            raise
        except OSError:
            self.close_connection = True
        except Exception:
            self.handle_error(*sys.exc_info())

    def handle_error(self, kind, value, tb):
        self.close_connection = True
        context = self.environ
        self.server.loop_handle_error(context, kind, value, tb)
        if not self.headers_sent:
            self._write_error('500 Internal Server Error', _INTERNAL_ERROR)

    def _write_error(self, status, body):
        self.status, self.code = status, int(status.split(' ', 1)[0])
        self.close_connection = True
        head = ('HTTP/1.1 %s\r\nConnection: close\r\nContent-type: text/plain\r\nContent-length: %d\r\n\r\n' % (status, len(body))
                if self.code == 500 else 'HTTP/1.0 %s\r\nConnection: close\r\nContent-length: %d\r\n\r\n' % (status, len(body)))
        data = head.encode('latin-1') + body
        self.response_length = len(data)
        try:
            self.socket.sendall(data)
        except OSError:
            pass
        self.log_request()

    def format_request(self):
        now = time.localtime()
        stamp = '%04d-%02d-%02d %02d:%02d:%02d' % now[:6]
        return '%s - - [%s] "%s" %s %s %.6f' % (self.client_address[0], stamp, self.requestline or '',
                                                 self.code or '-', self.response_length or '-',
                                                 time.time() - self.time_start)

    def log_request(self):
        if self.server.log is not None:
            self.server.log.write(self.format_request() + '\n')


class _Refused(Exception):
    def __init__(self, code, text):
        self.status = code + ' ' + text
        self.body = text.encode() if code != '400' else b''


def _unquote(path):
    if '%' not in path:
        return path
    parts = path.encode('latin-1').split(b'%')
    out = [parts[0]]
    for part in parts[1:]:
        try:
            out.append(bytes([int(part[:2], 16)]) + part[2:])
        except ValueError:
            out.append(b'%' + part)
    return b''.join(out).decode('latin-1')


class WSGIServer(StreamServer):
    """Serves a WSGI application."""

    handler_class = WSGIHandler
    environ_class = Environ
    base_env = {'GATEWAY_INTERFACE': 'CGI/1.1', 'SERVER_SOFTWARE': 'gevent/22.10 Python/3.11', 'SCRIPT_NAME': '',
                'wsgi.version': (1, 0), 'wsgi.multithread': False, 'wsgi.multiprocess': False, 'wsgi.run_once': False}

    def __init__(self, listener, application=None, backlog=None, spawn='default', log='default', error_log='default',
                 handler_class=None, environ=None, **ssl_args):
        if handler_class is not None:
            self.handler_class = handler_class
        super().__init__(listener, backlog=backlog, spawn=spawn, **ssl_args)
        if application is not None:
            self.application = application
        self.log = self._as_log(log, sys.stderr)
        self.error_log = self._as_log(error_log, sys.stderr)
        self.set_environ(environ)

    @staticmethod
    def _as_log(log, default):
        if log == 'default':
            return default
        if log is None or hasattr(log, 'write'):
            return log
        return LoggingLogAdapter(log)

    def set_environ(self, environ=None):
        self.environ = self.environ_class(self.base_env)
        self.environ['wsgi.url_scheme'] = 'http'
        if environ is not None:
            self.environ.update(environ)
        if self.environ.get('wsgi.errors') is None:
            self.environ['wsgi.errors'] = self.error_log or sys.stderr

    def get_environ(self):
        return self.environ_class(self.environ)

    def init_socket(self):
        super().init_socket()
        self.environ.setdefault('SERVER_NAME', 'localhost')
        self.environ.setdefault('SERVER_PORT', str(self.address[1]))

    def handle(self, sock, address):
        self.handler_class(sock, address, self).handle()

    def loop_handle_error(self, context, kind, value, tb):
        from gevent.hub import get_hub
        get_hub().handle_error(context, kind, value, tb)
