"""`/healthz`: for load balancers, for `manage.py run`, and for whoever wonders what is down."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from editorial import health


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 if every part answers, else 503; the body has the state of each part."""
    parts = health.check()
    well = all(state == health.OK for state in parts.values())
    return JsonResponse({"status": health.OK if well else "down", **parts}, status=200 if well else 503)
