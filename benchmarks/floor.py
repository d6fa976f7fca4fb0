"""The least that a check of a tree can cost in Python: the C parser's events of every
YAML file, and the JSON report on it made and written by the C coder; nothing is judged.

`python floor.py TREE REPORT OUTPUT`: REPORT is what a check of TREE wrote.
"""

import json
import os
import sys

import yaml


def main(root: str, report: str, output: str) -> None:
    """Parse all, keep nothing; then the values of the report, and their text."""
    for folder, _, names in os.walk(root):
        for name in names:
            if name.endswith(".yaml"):
                with open(os.path.join(folder, name), "rb") as file:
                    loader = yaml.CSafeLoader(file.read())
                while loader.get_event() is not None:
                    pass
    with open(report, "rb") as file:
        value = json.loads(file.read())
    with open(output, "w", encoding="utf-8") as file:
        file.write(json.dumps(value, ensure_ascii=False))


main(*sys.argv[1:])
