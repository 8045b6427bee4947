"""The newsroom's desk."""

import sqlite3
from typing import Any

from django.apps import AppConfig, apps
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class EditorialConfig(AppConfig):
    """Signed-in people's side: intake, review, ordering, publishing."""

    name = "editorial"
    verbose_name = "Desk"

    def ready(self) -> None:
        """Keep the groups in step with the table of roles, and let SQLite take as much at once as it can."""
        connection_created.connect(_widen)
        if not apps.is_installed("django.contrib.auth"):
            return  # `manage.py extract` runs without people
        from editorial.roles import sync_groups

        # Sent for apps with models only, and for this one after its permissions have been made.
        post_migrate.connect(sync_groups, sender=apps.get_app_config("timelines"))
        from editorial.views import door_signals  # noqa: F401 - it connects itself


def _widen(connection: Any, **_: Any) -> None:
    """Django splits what is saved at once by the 999 values that SQLite could take before 2020: one press for 300
    entries came to a dozen queries. This one says itself how many it takes."""
    if connection.vendor == "sqlite":
        connection.features.max_query_params = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
