"""The people of the newsroom, for moderators: who is here, who is invited."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from editorial import inviting
from editorial.errors import Refused
from editorial.people import name_of
from editorial.people_forms import InviteForm
from editorial.views.access import DeskRequest, newsroom
from timelines.models import Invitation

PAGE_SIZE = 50


@require_http_methods(["GET", "POST"])
@newsroom("manage_people")
def index(request: DeskRequest) -> HttpResponse:
    """Who is here and who is invited; posting invites."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = inviting.invite(form.cleaned_data["email"], request.user)
            messages.success(request, f"{made.email} is invited. The letter is on its way; its link is below too.")
            return redirect("desk:people")
        except Refused as refusal:
            form.add_error("email", refusal.message)
    open_ones = list(Invitation.objects.open().select_related("invited_by")[:PAGE_SIZE])
    links = [(one, request.build_absolute_uri(reverse("invitation", args=[inviting.token(one)]))) for one in open_ones]
    page = Paginator(inviting.journalists(), PAGE_SIZE).get_page(request.GET.get("page"))
    status = 422 if form.is_bound else 200
    return render(request, "editorial/people.html", {"form": form, "links": links, "page": page}, status=status)


@require_POST
@newsroom("manage_people")
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Take an invitation back."""
    try:
        messages.success(request, f"The invitation of {inviting.withdraw(pk).email} is taken back.")
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("desk:people")


@require_POST
@newsroom("manage_people")
def switch_off(request: DeskRequest, pk: int) -> HttpResponse:
    """Deactivate a journalist."""
    try:
        person = inviting.switch_off(pk, request.user)
    except User.DoesNotExist as error:
        raise Http404 from error
    messages.success(request, f"{name_of(person)} is switched off and signed out everywhere. What they did is kept.")
    return redirect("desk:people")


@require_POST
@newsroom("manage_people")
def switch_on(request: DeskRequest, pk: int) -> HttpResponse:
    """Let a deactivated journalist in again."""
    try:
        person = inviting.switch_on(pk, request.user)
    except User.DoesNotExist as error:
        raise Http404 from error
    messages.success(request, f"{name_of(person)} can sign in again.")
    return redirect("desk:people")
