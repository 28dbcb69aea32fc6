"""The pages before a vault is open: first run, unlock, restore."""
