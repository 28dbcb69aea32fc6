"""Quarantine: separate, limited processes that open what comes from outside."""
