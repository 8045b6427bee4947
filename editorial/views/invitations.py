"""Taking up an invitation, for somebody who has no account yet."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from editorial import inviting
from editorial.errors import Refused
from editorial.people_forms import AcceptForm


@sensitive_post_parameters("password", "again")
@never_cache
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Choose names and a password; a link that does not work any more says why, as 410."""
    form = AcceptForm(request.POST or None)
    try:
        invitation = inviting.find(token)
        if request.method == "POST" and form.is_valid():
            inviting.accept(invitation.pk, form.save(commit=False), form.cleaned_data["password"])
            messages.success(request, "Your account is made. Sign in with it.")
            return redirect("login")
    except Refused as refusal:
        return render(request, "account/invitation_gone.html", {"why": refusal.message}, status=410)
    status = 422 if form.is_bound else 200
    return render(request, "account/invitation.html", {"form": form, "invitation": invitation}, status=status)
