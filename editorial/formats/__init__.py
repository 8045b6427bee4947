"""How Django writes dates where a page does not say it itself; found through FORMAT_MODULE_PATH."""
