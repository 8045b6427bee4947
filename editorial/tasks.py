"""Celery tasks. Each carries ids, calls one verb, may run twice, and fetches or decides nothing itself."""

from editorial import pipeline
from editorial.celery import app


@app.task(name="editorial.tasks.extract_article")
def extract_article(job_id: int, run: int) -> str:
    """Read one article; `run` is the request this message was sent for. What came of it, for the worker's log."""
    return pipeline.run(job_id, run)


@app.task(name="editorial.tasks.sweep")
def sweep() -> int:
    """Bring back jobs that a dead worker or a lost broker left behind. How many were sent again."""
    return pipeline.sweep()
