"""The Celery application: `celery -A editorial worker`."""

import os
from typing import Any

from celery import Celery
from celery.signals import celeryd_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "editorial.settings")

app = Celery("dateline")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["editorial"])


@celeryd_init.connect
def be_patient(conf: Any, **_: Any) -> None:
    """A worker waits longer for its broker than a visitor may be kept waiting.

    An acknowledgement that timed out holds one of its few places for good; after two it would take nothing more.
    """
    conf.broker_transport_options = {
        **conf.broker_transport_options,
        "socket_timeout": 30,
        "socket_connect_timeout": 5,
    }
