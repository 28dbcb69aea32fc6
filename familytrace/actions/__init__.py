"""One verb a file: what the screen and the command line call."""
