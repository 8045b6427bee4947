"""The engine: text, reference date and language in; sentences, temporal expressions and proposed events out."""
