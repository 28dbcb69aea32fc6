"""Names: their scripts and spellings, and the protected ones that must not slip out."""
