"""The project's own settings, in an environment made for tests.

What differs from a newsroom's server, and why: all state lies in a folder of this process's own; passwords are hashed
fast; pages name static files without a manifest, and the database is asked each time whether a finished one still
holds; Celery publishes into memory (messages are built and serialised as always, and no worker reads them). Tests of
the worker, the broker and the browser start the real programs instead: see `tests/stack.py`. `DATABASE_URL` is
respected, so that the same tests run on PostgreSQL.
"""

import os
import tempfile
from pathlib import Path

os.environ["SECRET_KEY"] = "only for tests"
os.environ["DEBUG"] = "off"
os.environ["DATELINE_VAR"] = str(Path(tempfile.gettempdir()) / f"dateline-tests-{os.getpid()}")
os.environ.pop("DATELINE_ENGINE_ONLY", None)

from editorial.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
CELERY_BROKER_URL = "memory://"
CELERY_BROKER_TRANSPORT_OPTIONS = {}  # the real ones are for Redis
PAGES_TRUSTED_SECONDS = 0.0  # what a test publishes is there at once
AXES_ENABLED = False  # it would ask the database at each sign-in
SUPERUSERS_NEED_SECOND_FACTOR = False
