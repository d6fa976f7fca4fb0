"""What comes due, in each of its forms."""
