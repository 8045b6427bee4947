"""Every setting of Dateline, read from the environment once and loudly.

The README's table names each variable. Without any, Dateline runs on what it brings along: SQLite and a
private Valkey server under ``var/``. ``DATABASE_URL`` and ``REDIS_URL`` switch to PostgreSQL and Redis.
"""

from __future__ import annotations

import hashlib
import secrets
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from environs import Env

env = Env()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.str("DATELINE_VAR", str(BASE_DIR / "var"))).resolve()

DEBUG = env.bool("DEBUG", False)
# `manage.py extract` alone sets this: it reads text and touches neither database nor sessions.
ENGINE_ONLY = env.bool("DATELINE_ENGINE_ONLY", False)


def _kept_secret(path: Path) -> str:
    """The local trial's own secret, made at the first start so that sessions outlive a restart."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text().strip()


SECRET_KEY = env.str("SECRET_KEY", "")
if not SECRET_KEY:
    if ENGINE_ONLY:
        SECRET_KEY = secrets.token_urlsafe(48)
    elif DEBUG:
        SECRET_KEY = _kept_secret(VAR_DIR / "secret-key")
    else:
        raise ImproperlyConfigured(
            "Dateline does not start: SECRET_KEY is not set and DEBUG is off. Set SECRET_KEY in the environment "
            "to a long random value and keep it, for example from "
            "`python3 -c 'import secrets; print(secrets.token_urlsafe(48))'`. For a trial on your own machine "
            "use `make run`."
        )

ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if DEBUG else [])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])

INSTALLED_APPS = (
    ["editorial"]
    if ENGINE_ONLY
    else [
        "editorial.admin_site.ModerationConfig",  # django.contrib.admin with a site of our own
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
        "django.contrib.sitemaps",
        "allauth",
        "allauth.account",
        "allauth.mfa",
        "axes",
        "django_htmx",
        "template_partials",
        "ninja",  # the files of its documentation page
        "simple_history",
        "timelines",
        "editorial",
    ]
)

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "timelines.views.keeping.KeptPages",  # before sessions: what it gives is everyone's
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "editorial.views.doors.PresentPeople",  # Django's AuthenticationMiddleware, and more
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "editorial.views.doors.SecondFactor",
    "axes.middleware.AxesMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "editorial.urls"
WSGI_APPLICATION = "editorial.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database -----------------------------------------------------------------------------------------------

SQLITE_OPTIONS = {
    # Web and worker write at once: with WAL, IMMEDIATE and a timeout 1,200 transactions of two writers and two
    # readers met no lock error; with Django's defaults 325 of them did.
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
        "PRAGMA journal_size_limit=27103364;PRAGMA cache_size=2000;"
    ),
}
DATABASE_URL = env.str("DATABASE_URL", "")
if DATABASE_URL:
    DATABASES: dict[str, Any] = {
        "default": dj_database_url.parse(DATABASE_URL, conn_max_age=60, conn_health_checks=True)
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR_DIR / "dateline.sqlite3",
            "OPTIONS": SQLITE_OPTIONS,
            "TEST": {"NAME": str(VAR_DIR / "test.sqlite3")},
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Finished pages ------------------------------------------------------------------------------------------

PAGES_TRUSTED_SECONDS = 2.0
"""A finished page is given again for so long without asking the database whether it still holds."""

# --- Celery -------------------------------------------------------------------------------------------------


def _broker_socket(var_dir: Path) -> Path:
    """Where the private broker listens. A Unix socket's path holds at most 103 bytes on macOS, 107 on Linux."""
    path = var_dir / "valkey.sock"
    if len(str(path).encode()) <= 100:
        return path
    mark = hashlib.sha256(str(var_dir).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"dateline-{mark}" / "valkey.sock"


REDIS_URL = env.str("REDIS_URL", "")
BROKER_SOCKET = _broker_socket(VAR_DIR)
CACHES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Finished pages, for all processes (timelines.kept). Each carries in its name all that it was made of.
    "pages": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "dateline-pages",
        "TIMEOUT": 7 * 24 * 3600,
        "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
    }
    if REDIS_URL
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "pages",
        "TIMEOUT": 7 * 24 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
}
CELERY_BROKER_URL = REDIS_URL or f"redis+socket://{BROKER_SOCKET}"
CELERY_BROKER_TRANSPORT_OPTIONS = {
    # kombu's defaults look for abandoned messages only every 100 s and let a silent broker hang a request for 40 s.
    "visibility_timeout": 3600,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_timeout": 1,
    "socket_connect_timeout": 1,
    "retry_on_timeout": False,
    "socket_keepalive": True,
    "health_check_interval": 25,
}
CELERY_BROKER_CONNECTION_TIMEOUT = 2
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_step": 0.2, "interval_max": 0.2}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SERIALIZER = CELERY_RESULT_SERIALIZER = CELERY_EVENT_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SOFT_TIME_LIMIT = 30  # 200,000 characters full of dates take about a second
CELERY_TASK_TIME_LIMIT = 45  # below `pipeline.LEASE`
CELERY_TASK_DEFAULT_QUEUE = "extract"
CELERY_TASK_ROUTES = {
    "editorial.tasks.sweep": {"queue": "housekeeping"},
    "editorial.tasks.sweep_drafts": {"queue": "housekeeping"},
    "editorial.tasks.sweep_presence": {"queue": "housekeeping"},
    "editorial.tasks.heartbeat": {"queue": "housekeeping"},
    "editorial.tasks.post_invitation": {"queue": "housekeeping"},
    "editorial.tasks.post_notices": {"queue": "housekeeping"},
}
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "editorial.tasks.sweep", "schedule": 30.0, "options": {"expires": 30}},
    "post-notices": {"task": "editorial.tasks.post_notices", "schedule": 60.0, "options": {"expires": 60}},
    "sweep-drafts": {"task": "editorial.tasks.sweep_drafts", "schedule": 3600.0, "options": {"expires": 600}},
    "sweep-presence": {"task": "editorial.tasks.sweep_presence", "schedule": 600.0, "options": {"expires": 300}},
}

# --- People, language, time ---------------------------------------------------------------------------------

SESSION_ENGINE = "editorial.sessions"

# --- The door -----------------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "editorial.signing_in.NewsroomBackend"]
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", 0)
"""How many proxies of our own stand before the web server: so many addresses at the end of X-Forwarded-For are true."""

ACCOUNT_ADAPTER = "editorial.views.doors.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]  # never shown: there is no open sign-up
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation reached the address before the account was there
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "timelines:index"
ACCOUNT_FORMS = {
    "login": "editorial.account_forms.SignInForm",
    "change_password": "editorial.account_forms.ChangePasswordForm",
    "set_password": "editorial.account_forms.SetPasswordForm",
    "reset_password": "editorial.account_forms.ResetPasswordForm",
    "reset_password_from_key": "editorial.account_forms.NewPasswordForm",
    "reauthenticate": "editorial.account_forms.ReauthenticateForm",
}
# Wrong passwords are counted in the database, by axes. The rest is counted by each process in its memory: wrong
# codes of a second factor by person (key), and how many letters with a link go out.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "10/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Dateline"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "editorial.account_forms.CodeForm",
    "reauthenticate": "editorial.account_forms.CodeAgainForm",
    "activate_totp": "editorial.account_forms.ActivateForm",
}
SUPERUSERS_NEED_SECOND_FACTOR = not DEBUG

AXES_FAILURE_LIMIT = env.int("SIGN_IN_ATTEMPTS", 5)
AXES_COOLOFF_TIME = timedelta(minutes=env.int("SIGN_IN_LOCK_MINUTES", 15))
# A name is locked for the address that guesses: nobody can lock a colleague out from elsewhere.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the time that the page names holds
AXES_USERNAME_CALLABLE = "editorial.views.doors.counted_name"
AXES_CLIENT_IP_CALLABLE = "editorial.views.doors.address_of"
AXES_LOCKOUT_CALLABLE = "editorial.views.doors.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # the audit keeps it
AXES_ENABLE_ADMIN = False
AXES_SENSITIVE_PARAMETERS: list[str] = ["password"]
AXES_VERBOSE = False
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk:timelines"
LOGOUT_REDIRECT_URL = "timelines:index"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.str("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["editorial.formats"]

# --- Files --------------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR_DIR / "articles", "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "editorial.sheets.SheetStorage",
    },
}
WHITENOISE_USE_FINDERS = DEBUG

DATELINE_MAX_FILE_BYTES = env.int("DATELINE_MAX_FILE_BYTES", 5 * 1024 * 1024)
DATELINE_MAX_TEXT_CHARS = env.int("DATELINE_MAX_TEXT_CHARS", 200_000)
DATELINE_READ_SECONDS = env.int("DATELINE_READ_SECONDS", 20)
DATELINE_READ_MEMORY_MB = env.int("DATELINE_READ_MEMORY_MB", 384)
DATELINE_MAX_FILES = env.int("DATELINE_MAX_FILES", 50)
DATA_UPLOAD_MAX_MEMORY_SIZE = DATELINE_MAX_FILE_BYTES
DATA_UPLOAD_MAX_NUMBER_FILES = DATELINE_MAX_FILES
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# --- Safety -------------------------------------------------------------------------------------------------

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.bool("SECURE_COOKIES", not DEBUG)

# --- Mail ---------------------------------------------------------------------------------------------------

EMAIL_HOST = env.str("EMAIL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_PORT = env.int("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_SSL = env.bool("EMAIL_USE_SSL", False)
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", EMAIL_PORT == 587 and not EMAIL_USE_SSL)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Dateline <dateline@localhost>")
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
"""Where this Dateline is, for the links in letters that no request leads to."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"editorial": {"level": "INFO"}, "timelines": {"level": "INFO"}},
}
