"""The smallest program typer makes: what any program with its command line costs."""

import typer


def main(name: str = "world") -> None:
    """Greet."""
    typer.echo(f"hello {name}")


typer.run(main)
