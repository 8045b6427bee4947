from django.http import HttpRequest, HttpResponse


def timeline(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def article(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def reading(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)
