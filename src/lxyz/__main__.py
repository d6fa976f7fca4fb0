"""`python -m lxyz`."""

from lxyz.cli import run

if __name__ == "__main__":
    run()
