"""What people of the newsroom are called, and who they are."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from editorial.roles import ALLOWED


def name_of(person: User | None) -> str:
    """How people call each other here; "Somebody" where the account is gone."""
    return (person.get_full_name() or person.get_username()) if person else "Somebody"


def newsroom_people() -> QuerySet[User]:
    """Everybody who may work at the desk, by name."""
    editors = [name for name, verbs in ALLOWED.items() if "edit" in verbs]
    people = User.objects.filter(Q(groups__name__in=editors) | Q(is_superuser=True), is_active=True)
    return people.distinct().order_by("first_name", "last_name", "username")


def joined(names: list[str]) -> str:
    """ "You, Night desk and Politics"; at most four are named."""
    if len(names) > 4:
        names = [*names[:3], f"{len(names) - 3} others"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
