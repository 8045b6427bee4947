"""The project's own settings, with a worker that waits at a gate and a sweeper that does not wait long.

`manage.py run` started with DJANGO_SETTINGS_MODULE=tests.faults.slow_settings is Dateline in every other respect.
"""

from editorial.settings import *  # noqa: F403

CELERY_IMPORTS = ["tests.faults.gate"]
CELERY_BEAT_SCHEDULE = {"sweep": {"task": "editorial.tasks.sweep", "schedule": 1.0, "options": {"expires": 5}}}
