from django.http import HttpRequest, HttpResponse


def index(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def retry(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)
