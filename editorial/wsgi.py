"""What a web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "editorial.settings")
application = get_wsgi_application()

# The desk's page makes some hundred thousand objects, and with Python's own numbers every other request had to wait
# while the collector looked at all that Dateline consists of: 160 ms of CPU time at p95 where the median is 79. What is
# there now stays for good and need not be looked at; p95 is 90 ms then.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 100)
