"""`python -m podcaster` is the command `podcaster`."""

import sys


def main() -> None:
    """Run the program; never returns."""
    try:
        from podcaster.cli import main as run
    except KeyboardInterrupt:  # so early that there is nothing to be said of it
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
