#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A web server on 127.0.0.1 that plays the sites a reading list leads to, the bad ones too.

As a program it prints one line of JSON, {"port": …, "plain_port": …, "closed_port": …,
"certificate": …}, and serves until its standard input ends. On `port` both http and https are
spoken, the latter with a certificate that nobody trusts, whose PEM file is `certificate`; on
`plain_port` only http; `closed_port` refuses connections.

GET /__log answers with the requests so far, one "METHOD PATH COOKIE" a line. GET /__edit has /post
/growing and /paper.pdf answer with the edited text from then on; GET /__unedit undoes it.
"""

import argparse
import http.server
import json
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import syl_test_pages as pages  # noqa: E402
import syl_test_pdf  # noqa: E402

TLS_HANDSHAKE = 0x16
HTML = "text/html; charset=utf-8"


def make_certificate(folder):
    """A self-signed certificate for 127.0.0.1 and localhost; the names of its files."""
    certificate = os.path.join(folder, "certificate.pem")
    key = os.path.join(folder, "key.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost",
         "-keyout", key, "-out", certificate],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return certificate, key


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60

    def setup(self):
        # What the first byte is tells https from http.
        if self.server.tls and self._peek() == TLS_HANDSHAKE:
            self.request = self.server.tls.wrap_socket(self.request, server_side=True)
        super().setup()

    def _peek(self):
        first = self.request.recv(1, socket.MSG_PEEK)
        return first[0] if first else None

    def log_message(self, *_):
        pass

    def send(self, body, kind=HTML, status=200, headers=()):
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def do_GET(self):
        site = self.server.site
        path = self.path.split("?")[0]
        cookie = self.headers.get("Cookie", "")
        if not path.startswith("/__"):
            site.note(f"{self.command} {path} {cookie}")
        answer = getattr(self, "get_" + path.strip("/").replace("-", "_").replace(".", "_"), None)
        if path.startswith("/status/"):
            status = int(path.rsplit("/", 1)[1])
            self.send(pages.page("Not here", "<p>A page that says what is wrong.</p>"), status=status)
        elif answer is None:
            self.send(pages.page("Not Found", "<p>There is no such page.</p>"), status=404)
        else:
            answer()

    do_HEAD = do_GET

    # Pages.
    def get_(self):
        self.get_abs()

    def get_abs(self):
        self.send(pages.abstract())

    def get_post(self):
        if self.server.site.moved:
            self.send("", status=301, headers=[("Location", "/new-post?from=old")])
        else:
            self.get_new_post()

    def get_new_post(self):
        self.send(pages.post(edited=self.server.site.edited))

    def get_growing(self):
        self.send(pages.growing())

    def get_listing(self):
        self.send(pages.listing())

    def get_links(self):
        self.send(pages.links())

    def get_permissions(self):
        self.send(pages.permissions())

    def get_clobbered(self):
        self.send(pages.isolation())

    def get_words(self):
        self.send(pages.words())

    def get_blank(self):
        self.send(pages.page("Blank", ""))

    def get_stopping(self):
        self.send(pages.stopping())

    def get_clearing(self):
        self.send(pages.clearing())

    def get_replacing(self):
        self.send(pages.replacing())

    def get_clobbering(self):
        self.send(pages.clobbering())

    def get_huge_text(self):
        self.send(pages.huge("text"))

    def get_huge_letters(self):
        self.send(pages.huge("letters"))

    def get_huge_deep(self):
        self.send(pages.huge("deep"))

    def get_huge_nodes(self):
        self.send(pages.huge("nodes"))

    def get_dark(self):
        self.send(pages.dark())

    def get_paper_pdf(self):
        make = syl_test_pdf.make_edited_pdf if self.server.site.edited else syl_test_pdf.make_pdf
        self.send(make(), "application/pdf")

    def get_columns_pdf(self):
        self.send(syl_test_pdf.make_columns_pdf(), "application/pdf")

    def get_scanned_pdf(self):
        self.send(syl_test_pdf.make_scanned_pdf(), "application/pdf")

    def get_attached_pdf(self):
        self.send(syl_test_pdf.make_pdf(2), "application/pdf",
                  headers=[("Content-Disposition", 'attachment; filename="attached.pdf"')])

    def get_half_pdf(self):
        """Ends in the middle of the file."""
        data = syl_test_pdf.make_pdf()
        self.send_response(200)
        self.send_header("Content-Type", "application/pdf")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[:len(data) // 2])
        self.close_connection = True

    # Cookies.
    def get_cookie(self):
        self.send(pages.page("Sets a Cookie", "<p>First party.</p>"),
                  headers=[("Set-Cookie", "first=1; Path=/; Max-Age=100000")])

    def get_embedding(self):
        port = self.server.server_address[1]
        self.send(pages.embedding(f"http://localhost:{port}"),
                  headers=[("Set-Cookie", "first=1; Path=/; Max-Age=100000")])

    def get_third_party(self):
        self.send(pages.third_party(self.headers.get("Cookie", "")),
                  headers=[("Set-Cookie", "tracking=1; Path=/; Max-Age=100000")])

    # Files.
    def get_data_zip(self):
        self.send(b"PK\x05\x06" + bytes(18), "application/zip",
                  headers=[("Content-Disposition", 'attachment; filename="data.zip"')])

    def get_nothing(self):
        self.send_response(204)
        self.end_headers()

    # Trouble.
    def get_silent(self):
        """Never answers; ends when the server does."""
        self.server.site.ended.wait()
        self.close_connection = True

    def get_slow(self):
        """Answers at once, and says the rest over three seconds."""
        self.send_response(200)
        self.send_header("Content-Type", HTML)
        self.send_header("Connection", "close")
        self.end_headers()
        parts = pages.post(30).split("\n")
        for index in range(0, len(parts), 5):
            self.wfile.write("\n".join(parts[index:index + 5]).encode())
            self.wfile.flush()
            time.sleep(0.4)
        self.close_connection = True

    def get_broken(self):
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def get_gone(self):
        self.send(pages.page("Gone", "<p>This page is gone.</p>"), status=410)

    def get_redirect(self):
        self.send("", status=302, headers=[("Location", "/abs")])

    def get_loop(self):
        self.send("", status=302, headers=[("Location", "/loop")])

    # For tests.
    def get___log(self):
        self.send("\n".join(self.server.site.requests()), "text/plain")

    def get___edit(self):
        self.server.site.edited = True
        self.send("", "text/plain")

    def get___unedit(self):
        self.server.site.edited = False
        self.send("", "text/plain")


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, site, tls=None):
        self.site = site
        self.tls = tls
        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(self, request, client_address):
        pass  # A view that goes away, or does not trust the certificate.


class Site:
    """The servers together; `with Site() as site:` runs them."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="syllabus-server-")
        self.certificate, key = make_certificate(self._folder.name)
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(self.certificate, key)
        self.edited = False
        self.moved = False
        self.ended = threading.Event()
        self._lock = threading.Lock()
        self._requests = []
        self._servers = [Server(self, tls), Server(self)]
        # Bound and not listening: connections are refused, and nobody else gets the port.
        self._closed = socket.socket()
        self._closed.bind(("127.0.0.1", 0))
        self.port, self.plain_port = (server.server_address[1] for server in self._servers)
        self.closed_port = self._closed.getsockname()[1]

    def note(self, request):
        with self._lock:
            self._requests.append(request)

    def requests(self):
        with self._lock:
            return list(self._requests)

    def uri(self, path="/", scheme="http"):
        return f"{scheme}://127.0.0.1:{self.port}{path}"

    def __enter__(self):
        for server in self._servers:
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        for server in self._servers:
            server.shutdown()
            server.server_close()
        self._closed.close()
        self._folder.cleanup()


def main():
    argparse.ArgumentParser(description=__doc__,
                            formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    with Site() as site:
        print(json.dumps({"port": site.port, "plain_port": site.plain_port,
                          "closed_port": site.closed_port, "certificate": site.certificate}),
              flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
