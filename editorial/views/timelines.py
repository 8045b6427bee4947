from django.http import HttpRequest, HttpResponse


def index(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def new(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def details(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)
