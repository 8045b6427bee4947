#!/usr/bin/env python
"""Dateline's command line: `manage.py COMMAND`. `manage.py help` lists the commands."""

import os
import sys


def main() -> None:
    """Run one management command under the project's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "editorial.settings")
    if sys.argv[1:2] == ["extract"]:
        # Reading dates needs no database, no session and so no secret; it also starts faster without them.
        os.environ.setdefault("DATELINE_ENGINE_ONLY", "1")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(str(error))  # the sentence says what to set; a traceback would bury it


if __name__ == "__main__":
    main()
