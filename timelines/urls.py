"""The public addresses."""

from django.urls import path

from timelines import views

app_name = "timelines"

urlpatterns = [
    path("", views.index, name="index"),
    path("t/<slug:slug>/", views.timeline, name="timeline"),
]
