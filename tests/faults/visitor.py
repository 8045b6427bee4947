"""Somebody at a browser without scripts, as far as HTTP goes: cookies, forms and their tokens."""

from __future__ import annotations

import re
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

from tests.stack import Stack


class Visitor:
    """Signed in as a demo account. Raises `urllib.error.HTTPError` on any answer of 400 and above."""

    def __init__(self, stack: Stack, name: str) -> None:
        self.stack = stack
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar())).open
        self.post("/accounts/login/", login=name, password=stack.password)

    def get(self, path: str) -> str:
        """The page."""
        with self._open(self.stack.url + path, timeout=30) as answer:
            return str(answer.read().decode())

    def post(self, path: str, **fields: str) -> str:
        """The page that follows on sending the form of the page at `path`."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(path))
        assert token is not None, f"{path} has no form"
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": token[1], **fields}).encode()
        with self._open(self.stack.url + path, body, timeout=30) as answer:
            return str(answer.read().decode())
