"""Settings are read from the environment, loudly."""

import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from editorial import pipeline
from tests.stack import MANAGE, ROOT, environment


def check(var: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """`manage.py check` in a shell of its own."""
    return subprocess.run(
        [*MANAGE, "check"],
        cwd=ROOT,
        env=environment(var, **env),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def show(var: Path, expression: str, **env: str) -> str:
    """What a setting is under these variables."""
    words = f"from django.conf import settings; print({expression})"
    ended = subprocess.run(
        [*MANAGE, "shell", "--no-imports", "-c", words],
        cwd=ROOT,
        env=environment(var, **env),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def test_without_secret_key_and_debug_off_it_refuses_and_says_so(tmp_path: Path) -> None:
    ended = check(tmp_path, DEBUG="off")
    assert ended.returncode != 0
    assert "Dateline does not start: SECRET_KEY is not set and DEBUG is off." in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_debug_is_off_unless_asked_for(tmp_path: Path) -> None:
    env = environment(tmp_path, SECRET_KEY="given")
    del env["DEBUG"]
    words = "from django.conf import settings; print(settings.DEBUG, settings.SESSION_COOKIE_SECURE)"
    ended = subprocess.run(
        [*MANAGE, "shell", "--no-imports", "-c", words], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    assert ended.stdout.split() == ["False", "True"]


def test_the_local_trial_keeps_its_own_secret(tmp_path: Path) -> None:
    first = show(tmp_path, "settings.SECRET_KEY")
    assert len(first) >= 50
    assert show(tmp_path, "settings.SECRET_KEY") == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_an_unreadable_value_is_refused(tmp_path: Path) -> None:
    ended = check(tmp_path, DEBUG="perhaps")
    assert ended.returncode != 0
    assert "DEBUG" in ended.stderr


@pytest.mark.parametrize(
    ("variables", "engine", "broker"),
    [
        ({}, "django.db.backends.sqlite3", "redis+socket://"),
        (
            {
                "DATABASE_URL": "postgres://someone:secret@db.example/dateline",
                "REDIS_URL": "redis://queue.example:6379/0",
            },
            "django.db.backends.postgresql",
            "redis://queue.example:6379/0",
        ),
    ],
)
def test_two_variables_move_it_to_postgresql_and_redis(
    tmp_path: Path, variables: dict[str, str], engine: str, broker: str
) -> None:
    shown = show(tmp_path, "settings.DATABASES['default']['ENGINE'], settings.CELERY_BROKER_URL", **variables)
    assert shown.startswith(f"{engine} {broker}")


def test_sqlite_waits_its_turn_instead_of_failing(tmp_path: Path) -> None:
    shown = show(tmp_path, "settings.DATABASES['default']['OPTIONS']")
    assert "journal_mode=WAL" in shown
    assert "'transaction_mode': 'IMMEDIATE'" in shown
    assert "'timeout': 20" in shown


def test_messages_are_json_alone(tmp_path: Path) -> None:
    shown = show(tmp_path, "settings.CELERY_TASK_SERIALIZER, settings.CELERY_ACCEPT_CONTENT")
    assert shown == "json ['json']"


def test_a_deep_folder_gets_a_socket_that_fits(tmp_path: Path) -> None:
    """A Unix socket's path holds about a hundred bytes."""
    shown = show(tmp_path / ("deep" * 40), "settings.BROKER_SOCKET")
    assert len(shown.encode()) <= 100


def test_no_worker_outlives_its_lease() -> None:
    """Or the sweeper would hand a job out while it is still being read."""
    assert settings.CELERY_TASK_SOFT_TIME_LIMIT < settings.CELERY_TASK_TIME_LIMIT < pipeline.LEASE.total_seconds()
