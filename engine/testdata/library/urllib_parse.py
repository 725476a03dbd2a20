# urllib.parse and http: taking URLs apart, putting them together, quoting.
import http
from urllib.parse import (parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse, urlunsplit, quote_from_bytes)
u = urlparse("HTTPS://user:p%40ss@Example.COM:8080/a/b;p?q=1&r=a%20b#frag")
print(u, u.scheme, u.netloc, u.hostname, u.port, u.username, u.password, u.geturl(), u._replace(path="/z", params="").geturl())
for url in ("", "/just/path", "//host/p", "mailto:a@b.c", "http://[::1]:80/", "host:80/x", "file:///etc/x", "http://h?q", "http://h#f", "a;b;c", "http://h:/", "x-y+z.1:rest", "1http://a", "http://h/a?b?c#d#e", " http://h "):
    s = urlsplit(url)
    print(repr(url), tuple(s), s.hostname, s.port, s.geturl())
for a, b in (("http://a/b/c/d;p?q", "g"), ("http://a/b/c/d;p?q", "../g"), ("http://a/b/c/d;p?q", "/g"), ("http://a/b/c/d;p?q", "//g"), ("http://a/b/c/d;p?q", "?y"), ("http://a/b/c/d;p?q", "#s"), ("http://a/b/c/d;p?q", "../../../g"), ("http://a/b/", "."), ("http://a", "x"), ("", "x"), ("http://a/b", ""), ("http://a/b", "https://c"), ("a/b", "c")):
    print(urljoin(a, b), end=" ")
print()
print(quote("a b/c?é~_-.&"), quote("a/b", safe=""), quote_plus("a b&c=d/é"), quote(b"\xff a"), quote("é", encoding="latin-1"), unquote("a%20b%C3%A9%zz%"), unquote_plus("a+b%2B"), unquote("%FF"), unquote_to_bytes("%e9a"), quote(""), quote_from_bytes(b"a~"), quote("日本"))
print(urlencode({"a": 1, "b": "x y", "c": "é&="}), urlencode([("k", "v"), ("k", "w")]), urlencode({"l": [1, 2], "s": "ab"}, doseq=True), urlencode({"l": [1, 2]}), urlencode({"a": "b c"}, quote_via=quote), urlencode({b"x": b"\xff"}))
print(parse_qs("a=1&b=2&a=3&c=&d"), parse_qs("a=&b", keep_blank_values=True), parse_qsl("x=%20+y;z=1"), parse_qsl("x=1;y=2", separator=";"), parse_qs(""), parse_qs(b"a=1"), parse_qsl("a==b&=c"))
print(urldefrag("http://a/b#c"), urlunparse(("http", "h", "p", "", "q=1", "f")), urlunsplit(("", "", "/p", "q", "")), urlunsplit(("file", "", "/p", "", "")), urlparse(b"http://h/p?q"), urlparse("//h/p", scheme="ftp"))
for action in (lambda: urlparse("http://h:99999").port, lambda: urlparse("http://h:x").port, lambda: urlsplit("http://[bad"), lambda: urljoin("a", b"b"), lambda: urlencode("str"), lambda: parse_qsl("a", strict_parsing=True), lambda: parse_qs("a=1&b=2", max_num_fields=1), lambda: quote(5), lambda: urlencode([1])):
    try:
        print(action())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(http.HTTPStatus(404), repr(http.HTTPStatus.OK), http.HTTPStatus.IM_A_TEAPOT.phrase, http.HTTPStatus.NOT_FOUND == 404, http.HTTPStatus["CREATED"].value, http.HTTPStatus.NO_CONTENT.description, f"{http.HTTPStatus.OK:d}", http.HTTPMethod.POST, len(http.HTTPStatus))
try:
    http.HTTPStatus(299)
except ValueError as e:
    print(e)
