"""Run the command line with ``python -m familytrace``."""

import sys

from familytrace.cli.main import entry

if __name__ == "__main__":
    sys.exit(entry(sys.argv[1:]))
