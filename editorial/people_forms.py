"""Forms about people: whom to invite, and who takes an invitation up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password

from editorial.account_forms import STRENGTH
from timelines.models import Notice, NoticeChoice

if TYPE_CHECKING:
    UserModelForm = forms.ModelForm[User]
else:  # takes no parameters at run time
    UserModelForm = forms.ModelForm


class InviteForm(forms.Form):
    """Whom."""

    email = forms.EmailField(
        label="E-mail address", max_length=254, widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"})
    )


class AcceptForm(UserModelForm):
    """What the invited person chooses."""

    first_name = forms.CharField(label="First name", max_length=150)
    last_name = forms.CharField(label="Last name", max_length=150)
    password = forms.CharField(
        label="Password",
        strip=False,
        help_text=STRENGTH,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="Password again", strip=False, widget=forms.PasswordInput({"autocomplete": "new-password"})
    )

    class Meta:
        model = User
        fields = ["first_name", "last_name", "username"]
        labels = {"username": "Username"}
        help_texts = {"username": "Letters, digits and @ . + - _; you sign in with it."}

    def clean_username(self) -> str:
        """Names that differ in capitals alone are one name at sign-in."""
        name: str = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=name).exists():
            raise forms.ValidationError("Somebody has this username already. Choose another one.")
        return name

    def clean(self) -> dict[str, Any]:
        """Both passwords are the same, and not easily guessed by who knows the names."""
        values: dict[str, Any] = super().clean() or {}
        password, again = values.get("password"), values.get("again")
        if password and again and password != again:
            self.add_error("again", "This is not the same password as above.")
        elif password:
            named = User(**{name: values.get(name, "") for name in ("username", "first_name", "last_name")})
            try:
                validate_password(password, named)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return values


class LettersForm(forms.Form):
    """By which letters somebody wants to hear of each kind of notice; the fields are the kinds."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in Notice.Kind:
            self.fields[kind] = forms.ChoiceField(label=kind.label, choices=NoticeChoice.How.choices)
