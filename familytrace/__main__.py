"""Run the command line with ``python -m familytrace``."""

import sys

from familytrace.cli.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
