"""Recipients' forms: one TOML file each, filled from a disclosure."""
