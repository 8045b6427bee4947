from django.http import HttpRequest, HttpResponse


def upload(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def upload_any(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)
