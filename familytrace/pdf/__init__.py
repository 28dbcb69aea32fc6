"""Printed pages in every script: ordering, shaping, line breaking, PDF/A output."""
