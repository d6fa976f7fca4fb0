"""How fast lxyz is, as ratios measured in one run: `python -m benchmarks`."""
