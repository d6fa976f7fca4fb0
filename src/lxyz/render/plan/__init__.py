"""A plan in each of its forms."""
