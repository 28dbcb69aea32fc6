"""Consent: what leaves, for whom, and why."""
