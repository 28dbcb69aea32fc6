"""The encrypted store of cases on this computer."""
