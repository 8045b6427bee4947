from django.http import HttpRequest, HttpResponse


def show(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def accept(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def reject(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def restore(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def choose_reading(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def edit(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def move(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def new(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def date_preview(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)
