"""What a newcomer finds: two accounts and one article, in a local trial alone."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from editorial.management.commands import make_demo
from editorial.roles import can
from tests.conftest import Sent
from timelines.models import Article, Timeline

pytestmark = pytest.mark.django_db


@pytest.fixture
def password_file(settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A local trial: DEBUG on, nothing made yet."""
    settings.DEBUG = True
    monkeypatch.setattr(make_demo, "PASSWORD_FILE", tmp_path / "demo-password")
    return tmp_path / "demo-password"


def test_two_accounts_share_a_random_password_only_their_owner_can_read(password_file: Path, client: Client) -> None:
    call_command("make_demo")
    password = password_file.read_text().strip()
    assert len(password) >= 16
    assert password_file.stat().st_mode & 0o777 == 0o600
    for name, may_publish in (("journalist", False), ("moderator", True)):
        assert client.login(username=name, password=password)
        user = User.objects.get(username=name)
        assert can(user, "add_article")
        assert can(user, "publish") is may_publish
        assert user.is_staff is may_publish
        assert not user.is_superuser


def test_with_debug_off_none_is_made(password_file: Path, settings: LazySettings) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError, match="only where DEBUG is on"):
        call_command("make_demo")
    assert not User.objects.exists()
    assert not password_file.exists()


def test_a_second_start_changes_nothing(password_file: Path) -> None:
    call_command("make_demo")
    before = password_file.read_text(), list(User.objects.values()), list(Timeline.objects.values())
    call_command("make_demo")
    assert (password_file.read_text(), list(User.objects.values()), list(Timeline.objects.values())) == before


def test_a_password_that_was_changed_stays(password_file: Path, client: Client) -> None:
    call_command("make_demo")
    moderator = User.objects.get(username="moderator")
    moderator.set_password("my own words")
    moderator.save()
    call_command("make_demo")
    assert client.login(username="moderator", password="my own words")


def test_a_lost_password_file_is_made_anew(password_file: Path, client: Client) -> None:
    call_command("make_demo")
    password_file.unlink()
    call_command("make_demo")
    assert client.login(username="journalist", password=password_file.read_text().strip())


def test_the_sample_waits_for_a_worker(
    password_file: Path, sent_tasks: list[Sent], django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        call_command("make_demo")
    timeline = Timeline.objects.get(slug="trump-and-kim")
    assert timeline.owner is not None
    assert timeline.owner.username == "journalist"
    article = timeline.articles.get()
    assert article.title == "Trump Expresses Willingness to Resume Friendship with Kim Jong Un"
    assert str(article.published) == "2025-02-07"
    assert [sent.task for sent in sent_tasks] == ["editorial.tasks.extract_article"]


def test_a_deleted_sample_does_not_come_back(password_file: Path) -> None:
    call_command("make_demo")
    Timeline.objects.get().delete()
    Article.objects.get().delete()
    call_command("make_demo")
    assert not Timeline.objects.exists()
    assert not Article.objects.exists()
