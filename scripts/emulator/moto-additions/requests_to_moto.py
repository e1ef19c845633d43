"""How requests reach moto.

moto serves each request in a thread of its own, over dictionaries that nothing guards. One that fails behind its change, and one of
which the answer is lost, is sent again by the SDK, and "exists already" then. So there is one request at a time, and one that is sent
again gets the answer of the first time. The SDKs give all attempts of a request one id.
Source: https://docs.rs/aws-runtime/1.5.9/aws_runtime/invocation_id/index.html
"""

import io
import threading
from collections import OrderedDict

from moto.moto_server.werkzeug_app import DomainDispatcherApplication
from werkzeug.test import run_wsgi_app

_KEPT_ANSWERS = 1000

_dispatch = DomainDispatcherApplication.__call__
_one_at_a_time = threading.Lock()
_answers = OrderedDict()


def _body(environ):
    stream = environ["wsgi.input"]
    if environ.get("wsgi.input_terminated"):
        return stream.read()
    return stream.read(int(environ.get("CONTENT_LENGTH") or 0))


def _answer(self, environ):
    chunks, status, headers = run_wsgi_app(
        lambda *args: _dispatch(self, *args), environ, buffered=True
    )
    return b"".join(chunks), status, headers.to_wsgi_list()


def _answer_once(self, environ, start_response):
    environ["wsgi.input"] = io.BytesIO(_body(environ))
    invocation = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
    with _one_at_a_time:
        answer = _answers.get(invocation) or _answer(self, environ)
        if invocation is not None and int(answer[1].split()[0]) < 500:
            _answers[invocation] = answer
        if len(_answers) > _KEPT_ANSWERS:
            _answers.popitem(last=False)
    body, status, headers = answer
    start_response(status, headers)
    return [body]


DomainDispatcherApplication.__call__ = _answer_once
