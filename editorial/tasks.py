"""Celery tasks. Each carries ids, calls one verb, may run twice, and fetches or decides nothing itself."""

from editorial import drafts, inviting, noticing, pipeline, presence
from editorial.celery import app


@app.task(name="editorial.tasks.extract_article")
def extract_article(job_id: int, run: int) -> str:
    """Read one article; `run` is the request this message was sent for. What came of it, for the worker's log."""
    return pipeline.run(job_id, run)


@app.task(name="editorial.tasks.sweep")
def sweep() -> int:
    """Bring back jobs that a dead worker or a lost broker left behind. How many were sent again."""
    return pipeline.sweep()


@app.task(name="editorial.tasks.sweep_drafts")
def sweep_drafts() -> int:
    """Remove drafts nobody has come back to. How many."""
    return drafts.sweep()


@app.task(name="editorial.tasks.sweep_presence")
def sweep_presence() -> int:
    """Remove the traces of tabs that went without a word. How many."""
    return presence.sweep()


@app.task(name="editorial.tasks.post_invitation")
def post_invitation(invitation_id: int) -> bool:
    """Send the letter of an invitation. Whether one was sent."""
    return inviting.post(invitation_id)


@app.task(name="editorial.tasks.post_notices")
def post_notices() -> int:
    """Write the letters that are due. How many went out."""
    return noticing.post()
