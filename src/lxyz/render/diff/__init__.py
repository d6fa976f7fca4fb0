"""What changed between two reports, in the formats of `lxyz diff` and for `--since`."""
