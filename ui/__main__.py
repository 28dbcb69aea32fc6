"""The program ``familytrace``: with words the command line, without words the window."""

import sys


def main() -> int:
    """Run the window or hand the words to the command line; return the exit code."""
    if len(sys.argv) > 1:
        from familytrace.cli.main import entry

        return entry(sys.argv[1:])
    from ui.app import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
