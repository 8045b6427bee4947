"""allauth's forms in Dateline's words: labels in sentence case, no placeholders, hints that are one sentence."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp
from django import forms

STRENGTH = "At least 8 characters. Not only digits, not a common password, nothing like your name."

WORDS: dict[str, tuple[str, str]] = {
    "login": ("Username", ""),
    "password": ("Password", ""),
    "oldpassword": ("Current password", ""),
    "password1": ("New password", STRENGTH),
    "password2": ("New password again", ""),
    "email": ("E-mail address", ""),
    "code": ("Code", ""),
}


class OurWords(forms.Form):
    """Takes allauth's words off the fields and puts ours on."""

    hints: dict[str, str] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label, field.help_text = WORDS[name][0], self.hints.get(name, WORDS[name][1])


class SignInForm(OurWords, account.LoginForm):  # type: ignore[misc]  # allauth carries no types
    """Name and password."""


class ChangePasswordForm(OurWords, account.ChangePasswordForm):  # type: ignore[misc]
    """The old one, and the new one twice."""


class SetPasswordForm(OurWords, account.SetPasswordForm):  # type: ignore[misc]
    """A first one, for an account that was made without."""


class ResetPasswordForm(OurWords, account.ResetPasswordForm):  # type: ignore[misc]
    """Where to send the link."""


class NewPasswordForm(OurWords, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """The new one twice, on the way from a letter's link."""


class ReauthenticateForm(OurWords, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters."""


class CodeForm(OurWords, second_factor.AuthenticateForm):  # type: ignore[misc]
    """The second factor at sign-in."""

    hints = {"code": "Six digits from your authenticator app, or one of your recovery codes."}


class CodeAgainForm(OurWords, second_factor.ReauthenticateForm):  # type: ignore[misc]
    """The second factor once more, before something that matters."""

    hints = CodeForm.hints


class ActivateForm(OurWords, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new app, which shows that it works."""

    hints = {"code": "The six digits that the app shows now."}
