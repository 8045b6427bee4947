from django.http import HttpRequest, HttpResponse


def healthz(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)
