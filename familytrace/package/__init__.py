"""The sealed file that travels: made, signed, opened and checked."""
