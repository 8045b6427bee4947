"""All addresses: the public site, the desk, accounts, admin."""

from django.contrib import admin
from django.contrib.auth import views as auth_views
from django.urls import include, path

from editorial.views import (
    articles,
    bulk,
    comments,
    desk,
    drafts,
    entries,
    health,
    history,
    jobs,
    looks,
    merging,
    pulse,
    timelines,
    upload,
    workflow,
)
from timelines.api import api

desk_patterns = (
    [
        path("", timelines.index, name="timelines"),
        path("new/", timelines.new, name="timeline-new"),
        path("sample/", timelines.sample, name="sample"),
        path("upload/", upload.upload_any, name="upload-any"),
        path("articles/", articles.index, name="articles"),
        path("articles/<int:pk>/file/", articles.file, name="article-file"),
        path("jobs/", jobs.index, name="jobs"),
        path("jobs/<int:pk>/retry/", jobs.retry, name="job-retry"),
        path("t/<slug:slug>/", desk.timeline, name="timeline"),
        path("t/<slug:slug>/details/", timelines.details, name="timeline-edit"),
        path("t/<slug:slug>/reading/", desk.reading, name="reading"),
        path("t/<slug:slug>/upload/", upload.upload, name="upload"),
        path("t/<slug:slug>/articles/<int:pk>/", desk.article, name="article"),
        path("t/<slug:slug>/articles/<int:pk>/details/", articles.details, name="article-details"),
        path("t/<slug:slug>/rows/", looks.rows, name="rows"),
        path("t/<slug:slug>/date-preview/", entries.date_preview, name="date-preview"),
        path("t/<slug:slug>/new-entry/", entries.new, name="entry-new"),
        path("t/<slug:slug>/e/<int:pk>/", entries.show, name="entry"),
        path("t/<slug:slug>/e/<int:pk>/accept/", entries.accept, name="entry-accept"),
        path("t/<slug:slug>/e/<int:pk>/reject/", entries.reject, name="entry-reject"),
        path("t/<slug:slug>/e/<int:pk>/restore/", entries.restore, name="entry-restore"),
        path("t/<slug:slug>/e/<int:pk>/reading/", entries.choose_reading, name="entry-reading"),
        path("t/<slug:slug>/e/<int:pk>/edit/", entries.edit, name="entry-edit"),
        path("t/<slug:slug>/e/<int:pk>/move/", entries.move, name="entry-move"),
        path("t/<slug:slug>/e/<int:pk>/comments/", comments.thread, name="comments"),
        path("t/<slug:slug>/e/<int:pk>/assign/", comments.assign, name="entry-assign"),
        path("t/<slug:slug>/comments/<int:pk>/resolve/", comments.resolve, name="comment-resolve"),
        path("t/<slug:slug>/merge/", merging.merge, name="merge"),
        path("t/<slug:slug>/e/<int:pk>/split/", merging.split, name="entry-split"),
        path("t/<slug:slug>/e/<int:pk>/same/", merging.same, name="entry-same"),
        path("t/<slug:slug>/e/<int:pk>/choose-source/", merging.choose_source, name="entry-choose-source"),
        path("t/<slug:slug>/pulse/", pulse.pulse, name="pulse"),
        path("t/<slug:slug>/leave/", pulse.leave, name="leave"),
        path("t/<slug:slug>/draft/", drafts.draft, name="draft"),
        path("t/<slug:slug>/draft/<int:pk>/away/", drafts.away, name="draft-away"),
        path("t/<slug:slug>/e/<int:pk>/history/", history.history, name="entry-history"),
        path("t/<slug:slug>/e/<int:pk>/history/restore/", history.restore, name="entry-restore-version"),
        path("t/<slug:slug>/selected/", bulk.selected, name="bulk"),
        path("t/<slug:slug>/every/", bulk.every, name="bulk-every"),
        path("t/<slug:slug>/at-once/", bulk.menu, name="bulk-menu"),
        path("t/<slug:slug>/undo/", workflow.undo, name="undo"),
        path("t/<slug:slug>/redo/", workflow.redo, name="redo"),
        path("t/<slug:slug>/submit/", workflow.submit, name="submit"),
        path("t/<slug:slug>/unsubmit/", workflow.unsubmit, name="unsubmit"),
    ],
    "desk",
)

urlpatterns = [
    path("", include("timelines.urls")),
    path("api/v1/", api.urls),
    path("desk/", include(desk_patterns)),
    path("accounts/login/", auth_views.LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("accounts/logout/", auth_views.LogoutView.as_view(), name="logout"),
    path("admin/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
]
