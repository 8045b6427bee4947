from django.http import HttpRequest, HttpResponse


def undo(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def submit(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)


def unsubmit(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse(status=404)
