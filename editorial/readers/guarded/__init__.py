"""What runs inside the guarded child process: plain modules that import nothing of the rest of the project.

The child loads this folder on its own, as the package ``guarded``, so that no Django and no Celery is started with
it. Import siblings relatively only.
"""
