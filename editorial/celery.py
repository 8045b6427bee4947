"""The Celery application: `celery -A editorial worker`."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "editorial.settings")

app = Celery("dateline")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["editorial"])
