"""Who gets into a view of the desk."""

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, reverse
from django_htmx.middleware import HtmxMiddleware

from editorial.roles import MODERATORS, Verb
from editorial.urls import desk_patterns
from editorial.views.access import DeskRequest, newsroom
from tests.factories import make_user
from timelines.models import Entry

pytestmark = pytest.mark.django_db


def ask(user: User | AnonymousUser, verb: Verb = "edit", headers: dict[str, str] | None = None) -> HttpResponse:
    """The answer of a view that says "in" to whom `newsroom(verb)` lets through."""

    @newsroom(verb)
    def view(request: DeskRequest) -> HttpResponse:
        return HttpResponse("in")

    def answer(request: HttpRequest) -> HttpResponse:
        request.user = user
        return view(request)  # type: ignore[return-value]

    answered = HtmxMiddleware(answer)(RequestFactory().get("/desk/t/story/?show=all", headers=headers))
    assert isinstance(answered, HttpResponse)
    return answered


def test_journalist_gets_in() -> None:
    assert ask(make_user()).content == b"in"


def test_verb_not_allowed_is_not_found() -> None:
    with pytest.raises(Http404):
        ask(make_user(), "publish")
    assert ask(make_user(MODERATORS), "publish").content == b"in"


def test_person_without_a_role_finds_nothing() -> None:
    with pytest.raises(Http404):
        ask(make_user(role=None))


def test_anonymous_is_sent_to_sign_in_and_back() -> None:
    answer = ask(AnonymousUser())
    assert answer.status_code == 302
    assert answer["Location"] == "/accounts/login/?next=/desk/t/story/%3Fshow%3Dall"


def test_anonymous_htmx_request_changes_the_whole_page() -> None:
    answer = ask(AnonymousUser(), headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/desk/t/other/"})
    assert answer.status_code == 200
    assert answer["HX-Redirect"] == "/accounts/login/?next=/desk/t/other/"
    assert b"password" not in answer.content


def test_address_of_another_site_is_not_a_way_back() -> None:
    answer = ask(AnonymousUser(), headers={"HX-Request": "true", "HX-Current-URL": "https://elsewhere.example/x"})
    assert answer["HX-Redirect"] == "/accounts/login/?next=/desk/"


def test_an_entry_that_went_away_meanwhile_is_not_found() -> None:
    @newsroom("edit")
    def view(request: DeskRequest) -> HttpResponse:
        return HttpResponse(str(Entry.objects.get(pk=0)))

    request = RequestFactory().post("/desk/")
    request.user = make_user()
    with pytest.raises(Http404):
        view(request)


BY_THEMSELVES = {"pulse", "leave", "draft", "draft-away"}
"""What a page asks for by itself: whoever is typing in it is not led away."""


@pytest.mark.parametrize("pattern", desk_patterns[0], ids=lambda pattern: str(pattern.name))
def test_without_a_session_no_address_of_the_desk_answers_htmx_with_anything_else(
    client: Client, pattern: URLPattern
) -> None:
    wanted = {"slug": "story", "pk": 1}
    named = {name: wanted[name] for name in pattern.pattern.converters}
    url = reverse(f"desk:{pattern.name}", kwargs=named)
    answers = [client.post(url, headers={"HX-Request": "true"}), client.get(url, headers={"HX-Request": "true"})]
    answered = [answer for answer in answers if answer.status_code != 405]
    assert answered
    for answer in answered:
        assert b"password" not in answer.content
        if pattern.name in BY_THEMSELVES:
            assert (answer.status_code, "HX-Redirect" in answer) == (401, False)
        else:
            assert answer["HX-Redirect"].startswith("/accounts/login/")
