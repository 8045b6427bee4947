"""The project's own settings, and a module for the worker that does not exist."""

from editorial.settings import *  # noqa: F403

CELERY_IMPORTS = ["no_such_module_for_tests"]
