"""What comes due, in each format of `lxyz next`."""
