"""The Django project and the newsroom's desk (signed-in people only)."""
