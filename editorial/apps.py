"""The newsroom's desk."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class EditorialConfig(AppConfig):
    """Signed-in people's side: intake, review, ordering, publishing."""

    name = "editorial"
    verbose_name = "Desk"

    def ready(self) -> None:
        """Keep the groups in step with the table of roles."""
        if not apps.is_installed("django.contrib.auth"):
            return  # `manage.py extract` runs without people
        from editorial.roles import sync_groups

        # Sent for apps with models only, and for this one after its permissions have been made.
        post_migrate.connect(sync_groups, sender=apps.get_app_config("timelines"))
        from editorial.views import door_signals  # noqa: F401 - it connects itself
