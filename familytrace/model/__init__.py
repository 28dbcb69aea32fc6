"""What is known, as plain records; no I/O."""
